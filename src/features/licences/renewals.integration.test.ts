import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db, now } from "@/features/appointments/appointments.test-support";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createDoctor } from "@/testing/factories/doctor";
import { refusalFrom } from "@/testing/refusals";
import { dateOf, toldTo } from "./licences.test-support";

beforeEach(resetDatabase);

const listed = (kind = "licence", uploadedAt = "2026-10-28T10:00:00Z") => ({
  id: randomUUID(),
  key: `doctors/${randomUUID()}`,
  kind,
  name: `${kind}.pdf`,
  type: "application/pdf",
  size: 1000,
  sha256: "0".repeat(64),
  uploadedAt,
});

async function aDoctor(more = {}) {
  const fresh = listed();
  const old = listed("licence", "2019-01-01T10:00:00Z");
  const identity = listed("identity");
  const doctor = await createDoctor(db, {
    licenseExpiresOn: dateOf("2026-11-20"),
    verificationDocuments: [old, identity, fresh],
    ...more,
  });
  return { doctor, fresh, old, identity, api: await callAs(db, doctor.userId, now) };
}

const expiresOn = "2029-11-20";

describe("a renewal", () => {
  it("is handed in, once, waits, and keeps its document; taken back it lets go of it", async () => {
    const { doctor, fresh, api } = await aDoctor();
    expect((await api.licences.own()).documents).toMatchObject([{ id: fresh.id }]);
    const handIn = { documentId: fresh.id, expiresOn };
    const both = await Promise.allSettled([1, 2].map(() => api.licences.handIn(handIn)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await refusalFrom(api.licences.handIn(handIn))).code).toBe("RENEWAL_WAITING");
    expect(await toldTo(doctor.userId)).toEqual(["renewal_handed_in"]);
    const remove = () => api.applications.removeDocument({ documentId: fresh.id });
    expect((await refusalFrom(remove())).code).toBe("NOT_ALLOWED");
    const { renewals, documents } = await api.licences.own();
    expect(renewals).toMatchObject([{ status: "waiting", expiresOn, document: "licence.pdf" }]);
    expect(documents).toEqual([]);
    const renewalId = renewals[0]?.id ?? "";
    const other = await aDoctor();
    const theirs = other.api.licences.withdraw({ renewalId });
    expect((await refusalFrom(theirs)).code).toBe("NOT_FOUND");
    await api.licences.withdraw({ renewalId });
    await api.licences.withdraw({ renewalId });
    expect((await api.licences.own()).renewals).toMatchObject([{ status: "withdrawn" }]);
    await remove();
    const audit = await db.auditEntry.findMany({ where: { subjectId: renewalId } });
    expect(audit.map(({ action }) => action).sort()).toEqual([
      "renewal.hand-in",
      "renewal.withdraw",
    ]);
  });

  it("that was decided is not taken back, and shows what was said at the end", async () => {
    const { doctor, fresh, api } = await aDoctor();
    await api.licences.handIn({ documentId: fresh.id, expiresOn });
    const [renewal] = await db.licenceRenewal.findMany();
    const renewalId = renewal?.id ?? "";
    const said = { doctorId: doctor.id, renewalId, reviewedRevision: 0, decidedAt: new Date() };
    await db.verificationDecision.createMany({
      data: [
        { ...said, verdict: "ask", words: "Not said in the end", status: "withdrawn" },
        { ...said, verdict: "ask", words: "The page with the seal is missing", status: "final" },
      ],
    });
    await db.licenceRenewal.update({ where: { id: renewalId }, data: { status: "asked" } });
    const withdraw = api.licences.withdraw({ renewalId });
    expect((await refusalFrom(withdraw)).code).toBe("ALREADY_DECIDED");
    expect((await api.licences.own()).renewals).toMatchObject([
      { status: "asked", words: "The page with the seal is missing" },
    ]);
    await api.licences.handIn({ documentId: fresh.id, expiresOn });
  });

  it.each([
    ["2026-11-20", "expiresOn"],
    ["2026-10-28", "expiresOn"],
    ["2100-01-01", "expiresOn"],
    ["soon", "expiresOn"],
  ])("until %s is refused at its field", async (day, field) => {
    const { fresh, api } = await aDoctor();
    const refusal = await refusalFrom(
      api.licences.handIn({ documentId: fresh.id, expiresOn: day }),
    );
    expect(Object.keys(refusal.fields ?? {})).toEqual([field]);
    expect(await db.licenceRenewal.count()).toBe(0);
  });

  it("needs a licence of one's own that was not checked before", async () => {
    const { old, identity, api } = await aDoctor();
    const other = await aDoctor();
    for (const { id } of [old, identity, other.fresh]) {
      const refusal = await refusalFrom(api.licences.handIn({ documentId: id, expiresOn }));
      expect(refusal.fields).toEqual({ documentId: "renewalDocument" });
    }
    expect(await db.licenceRenewal.count()).toBe(0);
  });

  it("is open to who is suspended or has no licence any more, and not before the first check", async () => {
    for (const more of [
      { licenseExpiresOn: dateOf("2026-01-01") },
      { suspendedAt: new Date(), suspensionReason: "Asked for" },
    ]) {
      const { fresh, api } = await aDoctor(more);
      await api.licences.handIn({ documentId: fresh.id, expiresOn });
    }
    const { fresh, api } = await aDoctor({ isVerified: false, verifiedAt: null });
    const handIn = api.licences.handIn({ documentId: fresh.id, expiresOn });
    expect((await refusalFrom(handIn)).code).toBe("NOT_ALLOWED");
  });
});
