import { beforeEach, describe, expect, it } from "vitest";
import { instantOf, parseInstant, toDate } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { isEmbedded, resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createPatient } from "@/testing/factories/patient";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { refusalFrom } from "@/testing/refusals";
import { reportKinds } from "./form-schema";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z") ?? instantOf(0);
const nobody = () => callAs(db, null, now);

beforeEach(resetDatabase);

async function asModerator() {
  return callAs(db, (await createAdmin(db, { accessLevel: "moderator" })).userId, now);
}

const standing = async () =>
  (await db.pharmacyReport.findMany({ orderBy: { kind: "asc" } })).map(
    ({ kind, times, status }) => ({ kind, times, status }),
  );

describe("what anyone may say of a pharmacy's hours", () => {
  it("is one report of its kind, however often it is said", async () => {
    const { slug } = await createPharmacy(db);
    const anyone = await nobody();
    await anyone.pharmacyReports.report({ slug, kind: "was_closed" });
    await anyone.pharmacyReports.report({ slug, kind: "was_closed" });
    await anyone.pharmacyReports.report({ slug, kind: "gone" });
    expect(await standing()).toEqual([
      { kind: "gone", times: 1, status: "open" },
      { kind: "was_closed", times: 2, status: "open" },
    ]);
  });

  it("counts both of two at once", async () => {
    if (await isEmbedded()) return;
    const { slug } = await createPharmacy(db);
    const anyone = await nobody();
    await Promise.all(
      Array.from({ length: 4 }, () => anyone.pharmacyReports.report({ slug, kind: "other_hours" })),
    );
    expect(await standing()).toEqual([{ kind: "other_hours", times: 4, status: "open" }]);
    expect(await db.auditEntry.count({ where: { action: "pharmacy.report" } })).toBe(1);
  });

  it("counts once from one account", async () => {
    const { slug } = await createPharmacy(db);
    const patient = await callAs(db, (await createPatient(db)).userId, now);
    await patient.pharmacyReports.report({ slug, kind: "was_open" });
    await patient.pharmacyReports.report({ slug, kind: "was_open" });
    expect(await standing()).toEqual([{ kind: "was_open", times: 1, status: "open" }]);
  });

  it("is refused for what is not listed", async () => {
    const { slug: closed } = await createPharmacy(db, { isActive: false });
    const proposed = await createPharmacy(db, { isVerified: false });
    await db.pharmacy.update({ where: { id: proposed.id }, data: { proposedAt: toDate(now) } });
    const anyone = await nobody();
    for (const slug of [closed, proposed.slug, "nothing-here"]) {
      const refused = anyone.pharmacyReports.report({ slug, kind: "gone" });
      expect((await refusalFrom(refused)).code).toBe("NOT_FOUND");
    }
    expect(await standing()).toEqual([]);
  });

  it("is told to those who work there, the first time and without a name", async () => {
    const staff = await createPharmacyStaff(db);
    const left = await createPharmacyStaff(db, {
      pharmacyId: staff.pharmacyId,
      position: "staff",
      isOwner: false,
      dateLeft: new Date("2026-10-01"),
    });
    const { slug } = await db.pharmacy.findUniqueOrThrow({ where: { id: staff.pharmacyId } });
    const patient = await createPatient(db, { user: { fullName: "Wilhelmina Secret" } });
    const calls = await callAs(db, patient.userId, now);
    await calls.pharmacyReports.report({ slug: slug ?? "", kind: "was_closed" });
    await (await nobody()).pharmacyReports.report({ slug: slug ?? "", kind: "was_closed" });
    const told = await db.notification.findMany();
    expect(told.map(({ userId }) => userId)).toEqual([staff.userId]);
    expect(told[0]?.body).toMatch(/closed although it should have been open/);
    expect(told[0]?.body).not.toMatch(/Wilhelmina/);
    expect(told.map(({ userId }) => userId)).not.toContain(left.userId);
    const own = await (await callAs(db, staff.userId, now)).pharmacyReports.own();
    expect(own).toMatchObject([{ kind: "was_closed", times: 2 }]);
    expect(Object.keys(own[0] ?? {}).sort()).toEqual(["kind", "lastAt", "since", "times"]);
  });

  it("is told once a day however often it is settled and said anew", async () => {
    const staff = await createPharmacyStaff(db);
    const { slug } = await db.pharmacy.findUniqueOrThrow({ where: { id: staff.pharmacyId } });
    const moderator = await asModerator();
    const said = { slug: slug ?? "", kind: "was_closed" as const };
    const { pharmacyId } = staff;
    for (let time = 0; time < 3; time++) {
      await (await nobody()).pharmacyReports.report(said);
      await moderator.pharmacyReports.settle({ pharmacyId, as: "right", expectedTimes: 1 });
    }
    expect(await db.notification.count()).toBe(1);
    const later = await callAs(db, null, now.add({ hours: 25 }));
    await later.pharmacyReports.report(said);
    expect(await db.notification.count()).toBe(2);
  });

  it("is on the pharmacy's page until it is settled", async () => {
    const { id, slug } = await createPharmacy(db);
    const anyone = await nobody();
    await anyone.pharmacyReports.report({ slug, kind: "was_closed" });
    expect((await anyone.pharmacies.get({ slug })).reportedAt).toBe("2026-10-28T15:00:00Z");
    const moderator = await asModerator();
    await moderator.pharmacyReports.settle({ pharmacyId: id, as: "right", expectedTimes: 1 });
    expect((await anyone.pharmacies.get({ slug })).reportedAt).toBeNull();
    const audit = await db.auditEntry.findFirstOrThrow({ where: { action: "pharmacy.settle" } });
    expect(audit.details).toEqual({
      before: { open: [{ kind: "was_closed", times: 1 }] },
      after: { settled: "right" },
    });
  });
});

describe("whoever settles", () => {
  it("settles only what they saw", async () => {
    const { id: pharmacyId, slug } = await createPharmacy(db);
    const anyone = await nobody();
    const moderator = await asModerator();
    const settle = (expectedTimes: number) =>
      moderator.pharmacyReports.settle({ pharmacyId, as: "corrected", expectedTimes });
    expect((await refusalFrom(settle(1))).code).toBe("NOT_FOUND");
    await anyone.pharmacyReports.report({ slug, kind: "was_closed" });
    await anyone.pharmacyReports.report({ slug, kind: "other_hours" });
    expect((await refusalFrom(settle(1))).code).toBe("CHANGED_MEANWHILE");
    await settle(2);
    expect((await standing()).map(({ status }) => status)).toEqual(["corrected", "corrected"]);
    // The same again is a new report.
    await anyone.pharmacyReports.report({ slug, kind: "was_closed" });
    expect(await db.pharmacyReport.count({ where: { status: "open" } })).toBe(1);
  });

  it("sees each pharmacy once, page by page, in either order", async () => {
    const rows = await Promise.all(
      Array.from({ length: 23 }, (_, index) => createPharmacy(db, { name: `Pharmacy ${index}` })),
    );
    await db.pharmacyReport.createMany({
      data: rows.flatMap(({ id }, index) =>
        reportKinds.slice(0, 2).map((kind) => ({
          pharmacyId: id,
          kind,
          times: (index % 5) + 1,
          createdAt: new Date(Date.UTC(2026, 9, 1 + (index % 3))),
        })),
      ),
    });
    const moderator = await asModerator();
    for (const sort of ["oldest", "most"] as const) {
      const first = await moderator.pharmacyReports.list({ sort });
      expect(first.pharmacies).toHaveLength(20);
      const second = await moderator.pharmacyReports.list({ sort, after: first.next ?? "" });
      const all = [...first.pharmacies, ...second.pharmacies];
      expect(second.next).toBeNull();
      expect(new Set(all.map(({ id }) => id)).size).toBe(23);
      const keys = all.map(({ since, times }) =>
        sort === "most" ? -times : since.epochMilliseconds,
      );
      expect(keys).toEqual([...keys].sort((a, b) => a - b));
    }
  });
});
