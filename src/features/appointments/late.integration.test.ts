import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { booking, db } from "./appointments.test-support";
import { booked, outcomeOf, practice, start } from "./visits.test-support";

beforeEach(resetDatabase);

const rowOf = (id: string) => db.appointment.findUniqueOrThrow({ where: { id } });

describe("being late", () => {
  it("tells those who still wait today, there, once; and again when back on time", async () => {
    const { association, doctor, api } = await practice();
    const elsewhere = await createAssociation(db, { doctorId: doctor.id });
    const time = (text: string) => ({ startsAt: new Date(`2026-10-29T${text}:00Z`) });
    const waiting = await booked(association, time("15:30"));
    const there = await booked(association, { ...time("15:00"), status: "arrived" });
    const done = await booked(association, { ...time("14:00"), status: "completed" });
    const over = await booked(association, time("14:30"));
    const tomorrow = await booked(association, { startsAt: new Date("2026-10-30T15:00:00Z") });
    const other = await booked(elsewhere, time("18:00"));
    const delay = (minutes: number) => api.agenda.delay({ associationId: association.id, minutes });
    expect(await delay(20)).toEqual({ changed: 2 });
    expect(await delay(20)).toEqual({ changed: 0 });
    const delays = async () =>
      Promise.all(
        [waiting, there, done, over, tomorrow, other].map(
          async ({ id }) => (await rowOf(id)).delayMinutes,
        ),
      );
    expect(await delays()).toEqual([20, 20, 0, 0, 0, 0]);
    const told = await db.notification.findMany({ where: { userId: waiting.patient.userId } });
    expect(told).toHaveLength(1);
    expect(told[0]?.body).toContain("Expected 10:50 AM");
    expect(await delay(0)).toEqual({ changed: 2 });
    expect(await db.notification.count({ where: { title: "Back on time" } })).toBe(2);
    expect(await db.notification.count()).toBe(4);
  });

  it("is of the session that is on: a night past midnight, a morning without its evening", async () => {
    const night = ["20:00-04:00"];
    const hours = { wednesday: night, thursday: night, friday: night };
    const { association, later } = await practice({ availableTimeSlots: hours });
    const soon = await booked(association, { startsAt: new Date("2026-10-30T05:30:00Z") });
    const nextNight = await booked(association, { startsAt: new Date("2026-10-31T03:00:00Z") });
    const delay = async (time: string, minutes: number) =>
      (await later(time)).agenda.delay({ associationId: association.id, minutes });
    expect(await delay("2026-10-30T04:50:00Z", 20)).toEqual({ changed: 1 });
    expect(await delay("2026-10-30T05:10:00Z", 30)).toEqual({ changed: 1 });
    expect((await rowOf(soon.id)).delayMinutes).toBe(30);
    expect((await rowOf(nextNight.id)).delayMinutes).toBe(0);

    const day = ["09:00-12:00", "17:00-20:00"];
    const split = await practice({ availableTimeSlots: { thursday: day } });
    const time = (text: string) => ({ startsAt: new Date(`2026-10-29T${text}:00Z`) });
    // Outside hours, and yet next to them.
    const after = await booked(split.association, time("17:00"));
    const evening = await booked(split.association, time("22:30"));
    await split.api.agenda.delay({ associationId: split.association.id, minutes: 20 });
    expect((await rowOf(after.id)).delayMinutes).toBe(20);
    expect((await rowOf(evening.id)).delayMinutes).toBe(0);
  });

  it("holds for who books or moves into the session later", async () => {
    const { association, api } = await practice({ bookingNoticeMinutes: 0 });
    const time = (text: string) => ({ startsAt: new Date(text) });
    await booked(association, time("2026-10-29T15:30:00Z"));
    await api.agenda.delay({ associationId: association.id, minutes: 20 });
    const patient = await createPatient(db);
    const mine = await callAs(db, patient.userId, start);
    const id = await mine.appointments.book(booking(association.id, "2026-10-29T17:00:00Z"));
    expect((await rowOf(id)).delayMinutes).toBe(20);
    const move = (expectedSequence: number, startsAt: string) =>
      mine.appointments.move({ appointmentId: id, expectedSequence, startsAt });
    await move(0, "2026-10-30T17:00:00Z");
    expect((await rowOf(id)).delayMinutes).toBe(0);
    await move(1, "2026-10-29T18:00:00Z");
    expect((await rowOf(id)).delayMinutes).toBe(20);
    const other = await booked(association, time("2026-10-30T15:30:00Z"));
    await api.agenda.move({
      appointmentId: other.id,
      expectedRevision: 0,
      startsAt: "2026-10-29T19:00:00Z",
    });
    expect((await rowOf(other.id)).delayMinutes).toBe(20);
  });

  it("is said in steps of five minutes, of one's own clinic", async () => {
    const { association, api } = await practice();
    const { id } = await createAssociation(db);
    const delay = (associationId: string, minutes: number) =>
      outcomeOf(api.agenda.delay({ associationId, minutes }));
    expect(await delay(association.id, 7)).toBe("INVALID_INPUT");
    expect(await delay(association.id, 245)).toBe("INVALID_INPUT");
    expect(await delay(id, 20)).toBe("NOT_FOUND");
  });
});

describe("opening blocked time", () => {
  it("is for one's own only", async () => {
    const { doctor, api } = await practice();
    const block = async (doctorId: string) =>
      db.blockedTime.create({
        data: {
          doctorId,
          startsAt: new Date("2026-10-29T17:00:00Z"),
          endsAt: new Date("2026-10-29T18:00:00Z"),
        },
      });
    const mine = await block(doctor.id);
    const theirs = await block((await createDoctor(db)).id);
    await api.agenda.unblock({ blockId: mine.id });
    expect(await outcomeOf(api.agenda.unblock({ blockId: theirs.id }))).toBe("NOT_FOUND");
    expect(await db.blockedTime.findMany({ select: { id: true } })).toEqual([{ id: theirs.id }]);
  });
});
