import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { countingDatabase, resetDatabase, testDatabase } from "@/testing/database";
import { type AdminOverrides, createAdmin } from "@/testing/factories/admin";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { createPharmacy } from "@/testing/factories/pharmacy";

const db = testDatabase();
const now = instantOf(Date.UTC(2026, 9, 28, 15));
const at = (text: string) => new Date(`2026-${text}T15:00:00Z`);

beforeEach(resetDatabase);

async function overviewOf(admin: AdminOverrides) {
  const { userId } = await createAdmin(db, admin);
  return (await callAs(db, userId, now)).admin.overview();
}

/** One of everything that can wait, of a different age each. */
async function everythingWaits() {
  const waiting = { isVerified: false, verifiedAt: null };
  await createDoctor(db, { ...waiting, submittedAt: at("10-18") });
  const { id: doctorId } = await createDoctor(db, { ...waiting, submittedAt: at("10-25") });
  const { id: renewing } = await createDoctor(db);
  await db.licenceRenewal.create({
    data: {
      doctorId: renewing,
      documentId: doctorId,
      expiresOn: at("12-31"),
      handedInAt: at("10-22"),
    },
  });
  await createPharmacy(db, { isVerified: false, createdAt: at("10-23") });
  await createClinic(db, { status: "proposed", createdAt: at("10-27") });
  const colleague = await createAdmin(db, { accessLevel: "moderator" });
  await db.verificationDecision.create({
    data: {
      doctorId,
      verdict: "verify",
      reviewedRevision: 0,
      status: "awaiting_second",
      decidedBy: colleague.userId,
      decidedAt: at("10-26"),
    },
  });
  const association = await createAssociation(db);
  await createAppointment(db, {
    doctorId: association.doctorId,
    doctorClinicId: association.id,
    startsAt: at("10-31"),
  });
  await db.doctor.update({
    where: { id: association.doctorId },
    data: { suspendedAt: at("10-28"), suspensionReason: "Asked to" },
  });
  return { colleague };
}

const kindsOf = ({ waiting }: { waiting: { kind: string }[] }) => waiting.map(({ kind }) => kind);

describe("the first page of an administrator", () => {
  it("says what waits: appointments first, then what has waited longest", async () => {
    await everythingWaits();
    const { waiting } = await overviewOf({ accessLevel: "super_admin" });
    expect(waiting).toEqual([
      { kind: "unserved", count: 1, days: 3 },
      { kind: "doctors", count: 2, days: 10 },
      { kind: "renewals", count: 1, days: 6 },
      { kind: "pharmacies", count: 1, days: 5 },
      { kind: "secondDoctors", count: 1, days: 2 },
      { kind: "clinics", count: 1, days: 1 },
    ]);
  });

  it("holds only what the rights include, and no second look at one's own decision", async () => {
    const { colleague } = await everythingWaits();
    expect(kindsOf(await overviewOf({ accessLevel: "support" }))).toEqual([]);
    const pharmacies = { grant: ["pharmacies.verify"] };
    expect(kindsOf(await overviewOf({ accessLevel: "support", permissions: pharmacies }))).toEqual([
      "pharmacies",
    ]);
    const own = await (await callAs(db, colleague.userId, now)).admin.overview();
    expect(kindsOf(own)).toEqual(["unserved", "doctors", "renewals", "pharmacies"]);
  });

  it("compares whole days of UTC, in two statements", async () => {
    const { id: doctorClinicId, doctorId } = await createAssociation(db);
    const made = ["10-27", "10-26", "10-16", "10-28"].map(at);
    for (const [index, createdAt] of made.entries())
      await createAppointment(db, {
        doctorId,
        doctorClinicId,
        createdAt,
        startsAt: at(`11-0${index + 2}`),
      });
    const { standing } = await overviewOf({});
    expect(standing).toMatchObject({ booked: 2, bookedBefore: 1, cancelled: 0 });
    expect(standing.upcomingAppointments).toBe(4);

    const { userId } = await createAdmin(db, { accessLevel: "super_admin" });
    const { db: counting, statements } = countingDatabase();
    const api = await callAs(counting, userId, now);
    statements.length = 0;
    await api.admin.overview();
    expect(statements).toHaveLength(2);
  });
});
