import { beforeEach, describe, expect, it } from "vitest";
import { db, now, symptoms } from "@/features/appointments/appointments.test-support";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { refusalFrom } from "@/testing/refusals";
import { aModerator, aPractice, nine, reason, ten, toldTo } from "./licences.test-support";

beforeEach(resetDatabase);

const words = "The practice cannot see you on that day";

/** A practice whose licence has ended, an administrator, and how they decide about what they see. */
async function ended(times = [nine, ten]) {
  const { api: admin, admin: who } = await aModerator();
  const practice = await aPractice(times);
  await practice.ends("2026-10-28");
  const { appointments } = await admin.licences.unserved({});
  const seen = appointments.map(({ id, cause, revision }) => ({
    appointmentId: id,
    cause,
    revision,
  }));
  return { admin, who, seen, appointments, ...practice };
}

const statuses = async () =>
  (await db.appointment.findMany({ orderBy: { startsAt: "asc" } })).map(({ status }) => status);

describe("what nobody can keep", () => {
  it("is listed by its visit, by cause and doctor, page by page, without health data", async () => {
    const times = Array.from({ length: 30 }, (_, index) => {
      const day = new Date(Date.parse(nine) + (index % 10) * 1_800_000);
      return new Date(day.getTime() + Math.floor(index / 10) * 86_400_000).toISOString();
    });
    const { admin, doctor, appointments } = await ended(times);
    const other = await aPractice(times);
    await other.ends("2026-10-28");
    expect(appointments).toHaveLength(30);
    const first = await admin.licences.unserved({});
    expect(first.counts).toEqual([{ cause: "licence_ends", count: 60 }]);
    const second = await admin.licences.unserved({ after: first.next ?? "" });
    const all = [...first.appointments, ...second.appointments];
    expect([first.appointments.length, new Set(all.map(({ id }) => id)).size]).toEqual([50, 60]);
    const instants = all.map(({ startsAt }) => startsAt.epochMilliseconds);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(JSON.stringify(all)).not.toContain(symptoms);
    const ofOne = await admin.licences.unserved({ doctor: doctor.id, cause: "licence_ends" });
    expect(ofOne.appointments.map(({ id }) => id)).toEqual(appointments.map(({ id }) => id));
    const none = await admin.licences.unserved({ cause: "suspended" });
    expect(none.appointments).toEqual([]);
  });

  it("is cancelled together: times freed, patients and doctor told, recorded, once", async () => {
    const { admin, who, seen, doctor, patients, ids } = await ended();
    const decide = () =>
      admin.licences.decide({ choice: "cancel", reason: words, appointments: seen });
    await Promise.all([decide(), decide()]);
    await decide();
    expect(await statuses()).toEqual(["cancelled", "cancelled"]);
    for (const { patient } of patients)
      expect((await toldTo(patient.userId)).slice(1)).toEqual(["appointment_cancelled"]);
    expect((await toldTo(doctor.userId)).slice(2)).toEqual([
      "appointment_cancelled",
      "appointment_cancelled",
    ]);
    const shown = await patients[0]?.api.appointments.get({ appointmentId: ids[0] ?? "" });
    expect(shown).toMatchObject({ cancellationReason: words, isCancelledByPatient: false });
    const audit = await db.auditEntry.findMany({
      where: { actorUserId: who.userId, action: "appointment.cancel" },
    });
    expect(audit).toHaveLength(2);
    const steps = await db.appointmentStep.findMany({ where: { toStatus: "cancelled" } });
    expect(steps).toMatchObject([
      { byUserId: who.userId, reason: words },
      { byUserId: who.userId, reason: words },
    ]);
    const left = await db.notification.findMany();
    expect(JSON.stringify([audit.map(({ details }) => details), left])).not.toContain(symptoms);
  });

  it("stands, where somebody says so, until another cause or another suspension", async () => {
    const { admin, seen, doctor, patients, ends, revision } = await ended();
    const keep = { choice: "keep" as const, reason: "A colleague comes" };
    await admin.licences.decide({ ...keep, appointments: seen });
    await admin.licences.decide({ ...keep, appointments: seen });
    expect((await admin.licences.unserved({})).appointments).toEqual([]);
    expect(await statuses()).toEqual(["scheduled", "scheduled"]);
    // By the licence's end alone nobody was told, so nothing is taken back.
    expect(await toldTo(patients[0]?.patient.userId)).toEqual(["appointment_booked"]);
    await ends("2027-10-28");
    const suspend = async () =>
      admin.licences.suspend({ doctorId: doctor.id, expectedRevision: await revision(), reason });
    await suspend();
    const again = (await admin.licences.unserved({})).appointments.map((one) => ({
      appointmentId: one.id,
      cause: one.cause,
      revision: one.revision,
    }));
    expect(again.map(({ cause }) => cause)).toEqual(["suspended", "suspended"]);
    await admin.licences.decide({ ...keep, appointments: again });
    expect((await toldTo(patients[0]?.patient.userId)).at(-1)).toBe("appointment_stands");
    expect((await admin.licences.unserved({})).appointments).toEqual([]);
    const expectedRevision = await revision();
    await admin.licences.reinstate({ doctorId: doctor.id, expectedRevision, reason });
    await suspend();
    expect((await admin.licences.unserved({})).appointments).toHaveLength(2);
  });

  it("is decided all or nothing, and by one of two", async () => {
    const { admin, seen, patients, ids } = await ended();
    const decision = { choice: "cancel" as const, reason: words, appointments: seen };
    await patients[0]?.api.appointments.cancel({ appointmentId: ids[0] ?? "", reason: "Better" });
    expect((await refusalFrom(admin.licences.decide(decision))).code).toBe("ALREADY_DECIDED");
    expect(await statuses()).toEqual(["cancelled", "scheduled"]);
    const [, second] = seen;
    if (!second) expect.fail();
    await db.appointment.update({ where: { id: ids[1] ?? "" }, data: { delayMinutes: 5 } });
    const stale = admin.licences.decide({ ...decision, appointments: [second] });
    expect((await refusalFrom(stale)).code).toBe("APPOINTMENT_CHANGED");

    const other = (await aModerator()).api;
    const fresh = [{ ...second, revision: second.revision + 1 }];
    const outcomes = await Promise.allSettled([
      admin.licences.decide({ ...decision, appointments: fresh }),
      other.licences.decide({ choice: "keep", reason: "No", appointments: fresh }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect((await refusalFrom(Promise.reject(lost.reason))).code).toBe("ALREADY_DECIDED");
  });

  it("is nobody's who has no right to it, or whose own it is", async () => {
    const { seen, doctor } = await ended();
    const decision = { choice: "cancel" as const, reason: words, appointments: seen };
    const support = await createAdmin(db, { accessLevel: "support" });
    const api = await callAs(db, support.userId, now);
    expect((await refusalFrom(api.licences.decide(decision))).code).toBe("NOT_ALLOWED");
    await db.user.update({ where: { id: doctor.userId }, data: { role: "admin" } });
    await createAdmin(db, { userId: doctor.userId, accessLevel: "admin" });
    const own = await callAs(db, doctor.userId, now);
    const appointments = seen.map((one) => ({ ...one, cause: "account_off" as const }));
    const decided = own.licences.decide({ ...decision, appointments });
    expect((await refusalFrom(decided)).code).toBe("OWN_APPLICATION");
    expect(await statuses()).toEqual(["scheduled", "scheduled"]);
  });
});
