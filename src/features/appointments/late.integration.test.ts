import { beforeEach, describe, expect, it } from "vitest";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { db } from "./appointments.test-support";
import { booked, outcomeOf, practice } from "./visits.test-support";

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
