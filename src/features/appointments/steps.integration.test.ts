import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createDoctor } from "@/testing/factories/doctor";
import { createReview } from "@/testing/factories/review";
import { db, now } from "./appointments.test-support";
import {
  booked,
  outcomeOf,
  practice,
  revisionOf,
  start,
  statusOf,
  stepsOf,
  words,
} from "./visits.test-support";

beforeEach(resetDatabase);

describe("a step of a visit", () => {
  it("leads from booked to completed, with a history of who took it", async () => {
    const { association, doctor, api } = await practice();
    const { appointmentId, patient } = await booked(association);
    for (const [index, step] of (["confirm", "arrive", "start", "complete"] as const).entries())
      await api.agenda.take({ appointmentId, expectedRevision: index, step });
    const byUserId = doctor.userId;
    expect(await stepsOf(appointmentId)).toEqual([
      { fromStatus: null, toStatus: "scheduled", byUserId: null },
      { fromStatus: "scheduled", toStatus: "confirmed", byUserId },
      { fromStatus: "confirmed", toStatus: "arrived", byUserId },
      { fromStatus: "arrived", toStatus: "in_progress", byUserId },
      { fromStatus: "in_progress", toStatus: "completed", byUserId },
    ]);
    const audit = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(audit.map(({ action, actorUserId }) => [action, actorUserId])).toEqual(
      ["confirm", "arrive", "start", "complete"].map((step) => [`appointment.${step}`, byUserId]),
    );
    expect(JSON.stringify(audit.map(({ details }) => details))).not.toContain(words);
    // Told once, of what the patient cares about.
    const messages = await db.notification.findMany();
    expect(messages.map(({ userId, notificationType }) => [userId, notificationType])).toEqual([
      [patient.userId, "appointment_confirmed"],
    ]);
    const counted = await db.doctorClinic.findUniqueOrThrow({ where: { id: association.id } });
    expect(counted.completedAppointments).toBe(1);
  });

  it("can be taken to the end of the licence's last day in every zone, and not after", async () => {
    const { association, doctor, later } = await practice();
    const { appointmentId } = await booked(association);
    await db.doctor.update({
      where: { id: doctor.id },
      data: { licenseExpiresOn: new Date("2026-10-29") },
    });
    const take = async (time: string) =>
      outcomeOf(
        (await later(time)).agenda.take({ appointmentId, expectedRevision: 0, step: "start" }),
      );
    expect(await take("2026-10-31T00:00:00Z")).toBe("NOT_ALLOWED");
    // Seven in the evening of the 29th, in Chicago.
    expect(await take("2026-10-30T00:00:00Z")).toBe("done");
  });

  it("closes a visit once the licence has ended, and nothing else; a suspension ends that, too", async () => {
    const { association, doctor, later } = await practice();
    const one = await booked(association);
    const startsAt = new Date(start.epochMilliseconds + 3_600_000);
    const other = await booked(association, { startsAt });
    const { id } = doctor;
    await db.doctor.update({ where: { id }, data: { licenseExpiresOn: new Date("2026-10-29") } });
    const { agenda } = await later("2026-11-04T15:00:00Z");
    expect((await agenda.visit({ appointmentId: one.id })).steps).toEqual([
      "complete",
      "no_show",
      "cancel",
    ]);
    const of = (appointmentId: string) => ({ appointmentId, expectedRevision: 0 });
    const words = { notes: "Healed", prescription: "" };
    await agenda.write({ ...of(one.id), ...words });
    await agenda.take({ appointmentId: one.id, expectedRevision: 1, step: "complete" });
    for (const call of [
      () => agenda.take({ appointmentId: one.id, expectedRevision: 2, step: "reopen" }),
      () => agenda.take({ ...of(other.id), step: "confirm" }),
      () => agenda.move({ ...of(other.id), startsAt: "2026-11-05T15:00:00Z" }),
      () => agenda.propose({ ...of(other.id), startsAt: "2026-11-05T15:00:00Z", reason: "" }),
      () => agenda.findPatients({ text: "Ana" }),
    ])
      expect(await outcomeOf(call())).toBe("NOT_ALLOWED");
    expect((await agenda.range({ from: "2026-10-26", days: 7 })).appointments).toHaveLength(2);
    const suspended = { suspendedAt: new Date(), suspensionReason: "Asked for" };
    await db.doctor.update({ where: { id }, data: suspended });
    const locked = await later("2026-11-04T16:00:00Z");
    const close = locked.agenda.take({ ...of(other.id), step: "no_show" });
    expect(await outcomeOf(close)).toBe("NOT_ALLOWED");
  });

  it("is taken once, however often it is sent", async () => {
    const { association, api } = await practice();
    const { appointmentId } = await booked(association);
    const arrive = { appointmentId, expectedRevision: 0, step: "arrive" } as const;
    await Promise.all(Array.from({ length: 5 }, () => api.agenda.take(arrive)));
    await api.agenda.take(arrive);
    expect(await stepsOf(appointmentId)).toHaveLength(2);
    expect(await db.auditEntry.count()).toBe(1);
    // Going back is a step of its own each time it is meant.
    const reopen = { appointmentId, expectedRevision: 1, step: "reopen" } as const;
    await Promise.all([api.agenda.take(reopen), api.agenda.take(reopen)]);
    expect(await statusOf(appointmentId)).toBe("scheduled");
  });

  it.each([
    ["complete", "no_show"],
    ["arrive", "no_show"],
    ["start", "complete"],
    ["confirm", "arrive"],
  ] as const)("of %s and %s at once one is taken and the other told", async (one, other) => {
    const { association, api } = await practice();
    const { appointmentId } = await booked(association);
    const take = (step: typeof one | typeof other) =>
      outcomeOf(api.agenda.take({ appointmentId, expectedRevision: 0, step }));
    const outcomes = await Promise.all([take(one), take(other)]);
    expect(outcomes.sort()).toEqual(["APPOINTMENT_CHANGED", "done"]);
    expect(await stepsOf(appointmentId)).toHaveLength(2);
  });

  it("and the patient's cancelling at once: one is done and the other told", async () => {
    for (let round = 0; round < 5; round++) {
      await resetDatabase();
      const { association, api } = await practice({}, now);
      const { appointmentId, patient } = await booked(association);
      const mine = await callAs(db, patient.userId, now);
      const outcomes = await Promise.all([
        outcomeOf(api.agenda.take({ appointmentId, expectedRevision: 0, step: "confirm" })),
        outcomeOf(mine.appointments.cancel({ appointmentId, reason: "Better again" })),
      ]);
      // Confirmed first, it can still be cancelled; cancelled first, it can't be confirmed.
      expect(["done,done", "APPOINTMENT_CHANGED,done"]).toContain(outcomes.join());
      expect(await statusOf(appointmentId)).toBe("cancelled");
    }
  });

  it("and cancelling from both sides at once cancels once", async () => {
    const { association, api } = await practice({}, now);
    const { appointmentId, patient } = await booked(association);
    const mine = await callAs(db, patient.userId, now);
    const outcomes = await Promise.all([
      outcomeOf(api.agenda.cancel({ appointmentId, expectedRevision: 0, reason: "I am ill" })),
      outcomeOf(mine.appointments.cancel({ appointmentId, reason: "Better again" })),
    ]);
    expect(outcomes).toEqual(["done", "done"]);
    expect(await stepsOf(appointmentId)).toHaveLength(2);
    expect(await db.auditEntry.count()).toBe(1);
  });

  it("is nobody else's to take or to see", async () => {
    const { association } = await practice();
    const { appointmentId, patient } = await booked(association);
    const other = await callAs(db, (await createDoctor(db)).userId, start);
    const seen = { appointmentId, expectedRevision: 0 };
    const calls = [
      other.agenda.take({ ...seen, step: "confirm" }),
      other.agenda.cancel({ ...seen, reason: "Mine now" }),
      other.agenda.move({ ...seen, startsAt: "2026-10-30T15:00:00Z" }),
      other.agenda.write({ ...seen, notes: "x", prescription: "" }),
      other.agenda.propose({ ...seen, startsAt: "2026-10-30T15:00:00Z", reason: "" }),
      other.agenda.visit({ appointmentId }),
    ];
    expect(await Promise.all(calls.map(outcomeOf))).toEqual(Array(6).fill("NOT_FOUND"));
    const mine = await callAs(db, patient.userId, start);
    expect(await outcomeOf(mine.agenda.visit({ appointmentId }))).toBe("NOT_ALLOWED");
    expect(await revisionOf(appointmentId)).toBe(0);
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("is refused where the rules or the database say so", async () => {
    const { association, api, later } = await practice({}, now);
    const { appointmentId } = await booked(association);
    const take = { appointmentId, expectedRevision: 0 };
    expect(await outcomeOf(api.agenda.take({ ...take, step: "no_show" }))).toBe("STEP_TOO_EARLY");
    expect(await outcomeOf(api.agenda.take({ ...take, step: "reopen" }))).toBe("STEP_NOT_POSSIBLE");
    const after = await later("2026-10-29T16:00:00Z");
    await after.agenda.take({ ...take, step: "complete" });
    await createReview(db, { appointmentId });
    expect(
      await outcomeOf(after.agenda.take({ ...take, expectedRevision: 1, step: "reopen" })),
    ).toBe("STEP_NOT_POSSIBLE");
  });

  it("does not bring back a missed visit whose time went to someone else", async () => {
    const { association, api } = await practice();
    const { appointmentId } = await booked(association);
    await api.agenda.take({ appointmentId, expectedRevision: 0, step: "no_show" });
    await booked(association);
    const reopen = { appointmentId, expectedRevision: 1, step: "reopen" } as const;
    expect(await outcomeOf(api.agenda.take(reopen))).toBe("VISITS_OVERLAP");
    expect(await statusOf(appointmentId)).toBe("no_show");
  });
});

describe("cancelling by the doctor", () => {
  it("frees the time, keeps the reason, and tells the patient when, never why", async () => {
    const { association, doctor, api } = await practice({}, now);
    const { appointmentId, patient } = await booked(association);
    const cancel = { appointmentId, expectedRevision: 0, reason: "A conference" };
    await Promise.all([api.agenda.cancel(cancel), api.agenda.cancel(cancel)]);
    const row = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } });
    expect(row).toMatchObject({
      status: "cancelled",
      cancelledBy: doctor.userId,
      cancellationReason: "A conference",
      cancelledAt: new Date(now.epochMilliseconds),
    });
    const [, step] = await db.appointmentStep.findMany({
      where: { appointmentId },
      orderBy: { id: "asc" },
    });
    expect(step).toMatchObject({ reason: "A conference", byUserId: doctor.userId });
    const messages = await db.notification.findMany();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ userId: patient.userId, title: "Appointment cancelled" });
    expect(messages[0]?.body).toContain("10:00");
    expect(messages[0]?.body).not.toContain("conference");
    await booked(association);
  });
});
