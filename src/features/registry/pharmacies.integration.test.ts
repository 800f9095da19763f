import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createDoctor } from "@/testing/factories/doctor";
import { refusalFrom } from "@/testing/refusals";
import { asAdmin, db, now, pharmacyAnswers } from "./registry.test-support";

beforeEach(resetDatabase);

async function made(changes = {}) {
  const api = await asAdmin();
  const answers = pharmacyAnswers(changes);
  const { pharmacyId } = await api.registry.createPharmacy({ answers });
  return { api, pharmacyId };
}

describe("a pharmacy", () => {
  it("is on the list with what was said of it, and not verified by that", async () => {
    const { api, pharmacyId } = await made();
    const { facts, isVerified } = await api.registry.pharmacy({ pharmacyId });
    expect(facts).toEqual(pharmacyAnswers());
    expect(isVerified).toBe(false);
    const [point] = await db.$queryRaw<{ text: string }[]>`
      SELECT ST_AsText(location) AS text FROM pharmacies`;
    expect(point?.text).toBe("POINT(-87.65 41.94)");
  });

  it("keeps its hours, its old addresses, and a record of what changed", async () => {
    const { api, pharmacyId } = await made();
    const saved = {
      rules: [{ windows: ["00:00-24:00"] }, { days: ["holiday" as const], windows: [] }],
    };
    const { revision } = await api.registry.savePharmacyHours({
      pharmacyId,
      expectedRevision: (await api.registry.pharmacy({ pharmacyId })).revision,
      hours: saved,
    });
    expect((await api.registry.pharmacy({ pharmacyId })).hours).toEqual(saved);
    const answers = pharmacyAnswers({
      slug: "at-the-lake",
      position: "41.95, -87.66",
      supportsDelivery: false,
      deliveryRadiusKm: null,
      isActive: false,
    });
    await api.registry.updatePharmacy({ pharmacyId, expectedRevision: revision, answers });
    expect(await api.registry.pharmacy({ pharmacyId })).toMatchObject({
      facts: answers,
      hours: saved,
      oldSlugs: ["lakeview-pharmacy"],
    });
    const audit = await db.auditEntry.findFirstOrThrow({ where: { action: "pharmacy.update" } });
    expect(Object.keys((audit.details as { after: object }).after).sort()).toEqual(
      ["deliveryRadiusKm", "isActive", "position", "slug", "supportsDelivery"].sort(),
    );
    const taken = api.registry.createPharmacy({ answers: pharmacyAnswers() });
    expect((await refusalFrom(taken)).code).toBe("SLUG_IN_USE");
  });

  it("has the hours that an administrator confirms, and only sound ones of the revision they saw", async () => {
    const { api, pharmacyId } = await made();
    const hours = (...windows: string[]) => ({ rules: [{ windows }] });
    const save = (expectedRevision: number, ...windows: string[]) =>
      api.registry.savePharmacyHours({ pharmacyId, expectedRevision, hours: hours(...windows) });
    const { revision } = await save(0, "08:00-02:00");
    expect(await db.pharmacy.findFirstOrThrow()).toMatchObject({
      hoursConfirmedAs: "admin",
      revision,
    });
    expect(await db.publicHoliday.count()).toBeGreaterThan(10);
    expect((await refusalFrom(save(0, "08:00-18:00"))).code).toBe("CHANGED_MEANWHILE");
    for (const wrong of [
      ["08:00-12:00", "11:00-13:00"],
      ["08:00-02:00", "01:00-03:00"],
    ])
      expect((await refusalFrom(save(revision, ...wrong))).code).toBe("INVALID_INPUT");
  });

  it("with another licence than was checked waits to be verified; anything else is not the licence", async () => {
    const { api, pharmacyId } = await made();
    const verifiedAt = new Date("2026-10-01T09:00:00Z");
    await db.pharmacy.updateMany({ data: { isVerified: true, verifiedAt } });
    const save = async (changes: Partial<ReturnType<typeof pharmacyAnswers>>) => {
      const { revision: expectedRevision } = await api.registry.pharmacy({ pharmacyId });
      const answers = pharmacyAnswers(changes);
      return api.registry.updatePharmacy({ pharmacyId, expectedRevision, answers });
    };
    expect((await save({ phone: "+1 312 555 0199" })).isVerified).toBe(true);
    expect((await save({ licenseNumber: "P-101" })).isVerified).toBe(false);
    expect(await db.pharmacy.findFirstOrThrow()).toMatchObject({
      isVerified: false,
      verifiedAt: null,
      reviewOutcome: null,
    });
    expect(await db.auditEntry.count({ where: { action: "pharmacy.unverify" } })).toBe(1);
    const { rows } = await (await asAdmin("moderator")).verification.pharmacies({
      show: "waiting",
    });
    expect(rows.map(({ id }) => id)).toEqual([pharmacyId]);
  });

  it("of two who save at once, the second is told", async () => {
    const { api, pharmacyId } = await made();
    const { revision: expectedRevision } = await api.registry.pharmacy({ pharmacyId });
    const save = (name: string) =>
      api.registry.updatePharmacy({
        pharmacyId,
        expectedRevision,
        answers: pharmacyAnswers({ name }),
      });
    const outcomes = await Promise.allSettled([save("One Pharmacy"), save("Two Pharmacy")]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect((await refusalFrom(save("Three Pharmacy"))).code).toBe("CHANGED_MEANWHILE");
  });

  it.each([
    ["deliveryRadiusKm", 100.5],
    ["deliveryRadiusKm", null],
    ["licenseExpiresOn", "soon"],
    ["licenseCountry", "ZZ"],
    ["position", "95, 181"],
    ["timezone", "Nowhere"],
  ])("is refused with %s %s", async (field, value) => {
    const api = await asAdmin();
    const answers = { ...pharmacyAnswers(), [field]: value } as ReturnType<typeof pharmacyAnswers>;
    const refusal = await refusalFrom(api.registry.createPharmacy({ answers }));
    expect(refusal.code).toBe("INVALID_INPUT");
    expect(Object.keys(refusal.fields ?? {}).join()).toContain(field);
  });

  it("is no business of a moderator or a doctor; nobody knows one that is not there", async () => {
    const { api, pharmacyId } = await made();
    const doctor = await createDoctor(db);
    for (const other of [await asAdmin("moderator"), await callAs(db, doctor.userId, now)]) {
      const call = other.registry.pharmacy({ pharmacyId });
      expect((await refusalFrom(call)).code).toBe("NOT_ALLOWED");
    }
    const unknown = api.registry.updatePharmacy({
      pharmacyId: crypto.randomUUID(),
      expectedRevision: 0,
      answers: pharmacyAnswers(),
    });
    expect((await refusalFrom(unknown)).code).toBe("NOT_FOUND");
  });
});
