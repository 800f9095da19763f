import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { lockDoctorAssociations } from "@/features/schedules/lock-store";
import type { DoctorId } from "@/lib/ids";
import { fromDate } from "@/lib/time/instant";
import { inTransaction, type Tx } from "@/server/db";
import { callAs } from "@/testing/caller";
import { countingDatabase, resetDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createBlockedTime } from "@/testing/factories/blocked-time";
import { createDoctor } from "@/testing/factories/doctor";
import { createScheduleException } from "@/testing/factories/schedule-exception";
import { refusalFrom } from "@/testing/refusals";
import { booking, db, now, patientCaller, thursdayTen } from "./appointments.test-support";

const counting = countingDatabase();
beforeEach(resetDatabase);
afterAll(() => counting.db.$disconnect());

const thursday = new Date("2026-10-29");
const onThursday = (time: string) => `2026-10-29T${time}:00Z`;

/** The start instants that are listed on Thursday. */
async function listed(associationId: string): Promise<string[]> {
  const api = await callAs(db, null, now);
  const days = await api.schedules.slots({ associationId, from: "2026-10-29", days: 1 });
  return days.flatMap((one) => one.days.flatMap((day) => day.times));
}

/** "booked", or the code of the refusal. */
async function tryToBook(associationId: string, startsAt: string): Promise<string> {
  const { api } = await patientCaller();
  return api.appointments.book(booking(associationId, startsAt)).then(
    () => "booked",
    async (error) => (await refusalFrom(Promise.reject(error))).code,
  );
}

describe("buffers", () => {
  it("are kept with the appointment, and its history says who booked and moved it", async () => {
    const association = await createAssociation(db, {
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 20,
    });
    const { patient, api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));
    await db.doctorClinic.update({
      where: { id: association.id },
      data: { bufferBeforeMinutes: 0, bufferAfterMinutes: 15 },
    });
    const kept = { bufferBeforeMinutes: 10, bufferAfterMinutes: 20 };
    expect(await db.appointment.findUniqueOrThrow({ where: { id } })).toMatchObject(kept);

    const startsAt = onThursday("16:15");
    await api.appointments.move({ appointmentId: id, startsAt, expectedSequence: 0 });
    const now15 = { bufferBeforeMinutes: 0, bufferAfterMinutes: 15 };
    expect(await db.appointment.findUniqueOrThrow({ where: { id } })).toMatchObject(now15);
    const steps = await db.appointmentStep.findMany({ orderBy: { id: "asc" } });
    expect(steps.map((step) => [step.byUserId, fromDate(step.at).toString()])).toEqual(
      Array(2).fill([patient.userId, now.toString()]),
    );
  });

  it("let exactly what is listed be booked, at two clinics by turns", async () => {
    const doctor = await createDoctor(db);
    const clinics = [
      await createAssociation(db, {
        doctorId: doctor.id,
        bufferBeforeMinutes: 10,
        bufferAfterMinutes: 20,
      }),
      await createAssociation(db, {
        doctorId: doctor.id,
        consultationDurationMinutes: 20,
        bufferAfterMinutes: 5,
      }),
    ];
    const all = await Promise.all(clinics.map(({ id }) => listed(id)));
    expect(all.map((times) => times.length)).toEqual([8, 19]);
    for (let turn = 0; turn < 6; turn++) {
      const { id } = clinics[turn % 2] as { id: string };
      const free = await listed(id);
      const wanted = free[Math.floor(free.length / 3)];
      if (wanted) expect(await tryToBook(id, wanted)).toBe("booked");
    }
    for (const [index, { id }] of clinics.entries()) {
      const free = await listed(id);
      for (const time of all[index] ?? [])
        if (!free.includes(time)) expect(await tryToBook(id, time)).toBe("SLOT_TAKEN");
    }
  });

  it("of two clinics leave one of twenty the time between them", async () => {
    const doctor = await createDoctor(db);
    const ids = [
      await createAssociation(db, { doctorId: doctor.id, bufferAfterMinutes: 15 }),
      await createAssociation(db, { doctorId: doctor.id, bufferBeforeMinutes: 30 }),
    ].map(({ id }) => id);
    // 10:30 to 11:00 and a quarter more, and 11:00 to 11:30 and half an hour before.
    const times = [onThursday("15:30"), onThursday("16:00")];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        tryToBook(ids[index % 2] as string, times[index % 2] as string),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "booked")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "SLOT_TAKEN")).toHaveLength(19);
  });

  it("of the longest kind reach from a visit that ended hours ago", async () => {
    const hours = { wednesday: ["10:00-17:00"] };
    const association = await createAssociation(db, {
      availableTimeSlots: hours,
      bufferBeforeMinutes: 240,
      bookingNoticeMinutes: 0,
    });
    await createAppointment(db, {
      doctorClinicId: (await createAssociation(db, { doctorId: association.doctorId })).id,
      startsAt: new Date("2026-10-28T00:00:00Z"),
      durationMinutes: 480,
      bufferAfterMinutes: 240,
    });
    // The visit ended at 8:00 UTC, what is kept after it at 12:00; from 11:00 on it would be needed.
    const api = await callAs(db, null, now);
    const [day] = await api.schedules.slots({ associationId: association.id, days: 1 });
    expect(day?.days[0]?.times).toEqual(["2026-10-28T19:30:00Z"]);
    expect(await tryToBook(association.id, now.toString())).toBe("SLOT_TAKEN");
  });

  it("do not keep a patient from going straight from one doctor to another", async () => {
    const [one, two] = [
      await createAssociation(db, { bufferAfterMinutes: 30 }),
      await createAssociation(db, { bufferBeforeMinutes: 30 }),
    ];
    const { api } = await patientCaller();
    await api.appointments.book(booking(one.id, onThursday("15:00")));
    const id = await api.appointments.book(booking(two.id, onThursday("18:00")));
    const times = await api.appointments.moveTimes({ appointmentId: id, from: "2026-10-29" });
    // 10:00 to 10:30 with the one; by the hour with the other, from 9:00 on.
    expect(times.days[0]?.times.slice(0, 3)).toEqual([
      onThursday("14:00"),
      onThursday("16:00"),
      onThursday("17:00"),
    ]);
  });
});

describe("a day's limit", () => {
  it("gives the last place to one of fifty, who want different times", async () => {
    const association = await createAssociation(db, {
      maxAppointmentsADay: 2,
      consultationDurationMinutes: 5,
    });
    expect(await tryToBook(association.id, thursdayTen)).toBe("booked");
    const times = (await listed(association.id)).slice(20, 70);
    expect(times).toHaveLength(50);
    const outcomes = await Promise.all(times.map((time) => tryToBook(association.id, time)));
    expect(outcomes.filter((outcome) => outcome === "booked")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "SLOT_DAY_FULL")).toHaveLength(49);
    expect(await listed(association.id)).toEqual([]);
  });

  it("counts what stands: not what moves within the day, nor what is cancelled", async () => {
    const association = await createAssociation(db, { maxAppointmentsADay: 1 });
    const { api } = await patientCaller();
    const appointmentId = await api.appointments.book(booking(association.id));
    const other = await patientCaller();
    const elsewhere = await other.api.appointments.book(
      booking(association.id, "2026-10-30T15:00:00Z"),
    );
    const refused = await refusalFrom(
      other.api.appointments.move({
        appointmentId: elsewhere,
        startsAt: onThursday("17:00"),
        expectedSequence: 0,
      }),
    );
    expect(refused).toMatchObject({
      code: "SLOT_DAY_FULL",
      nearest: expect.arrayContaining(["2026-10-28T21:30:00Z"]),
    });
    const times = await api.appointments.moveTimes({ appointmentId, from: "2026-10-29" });
    expect(times.days[0]?.times).toContain(onThursday("17:00"));
    expect(times.days[1]?.times).toEqual([]);
    await api.appointments.move({
      appointmentId,
      startsAt: onThursday("17:00"),
      expectedSequence: 0,
    });
    expect(await tryToBook(association.id, thursdayTen)).toBe("SLOT_DAY_FULL");
    await api.appointments.cancel({ appointmentId, reason: "Better again" });
    expect(await tryToBook(association.id, thursdayTen)).toBe("booked");
  });
});

describe("days off and other days", () => {
  it("are what is listed and what is booked, for one clinic or all", async () => {
    const here = await createAssociation(db);
    const there = await createAssociation(db, { doctorId: here.doctorId });
    const { doctorId } = here;
    const dates = { doctorId, firstDate: thursday };
    await createScheduleException(db, {
      ...dates,
      doctorClinicId: here.id,
      kind: "other_hours",
      windows: ["18:00-19:00"],
    });
    expect(await listed(here.id)).toEqual([onThursday("23:00"), onThursday("23:30")]);
    expect(await listed(there.id)).toHaveLength(16);
    await createBlockedTime(db, { doctorId, startsAt: new Date(onThursday("23:00")) });
    expect(await listed(here.id)).toEqual([]);
    expect(await tryToBook(here.id, onThursday("23:00"))).toBe("SLOT_TAKEN");
    await createScheduleException(db, dates);
    expect(await listed(there.id)).toEqual([]);
    expect(await tryToBook(there.id, thursdayTen)).toBe("SLOT_DOCTOR_AWAY");
    const api = await callAs(db, null, now);
    const [day] = await api.schedules.slots({
      associationId: there.id,
      from: "2026-10-29",
      days: 1,
    });
    expect(day?.none).toEqual({ reason: "AWAY", nextFree: "2026-10-30T14:00:00Z" });
  });

  const changes: [string, string, (tx: Tx, doctorId: string) => Promise<unknown>][] = [
    [
      "time off",
      "SLOT_DOCTOR_AWAY",
      (tx, doctorId) => createScheduleException(tx, { doctorId, firstDate: thursday }),
    ],
    [
      "blocked time",
      "SLOT_TAKEN",
      (tx, doctorId) =>
        createBlockedTime(tx, {
          doctorId,
          startsAt: new Date(onThursday("14:00")),
          endsAt: new Date(onThursday("22:00")),
        }),
    ],
  ];

  it.each(changes)("let no booking slip into %s that is being saved", async (_, code, change) => {
    for (let round = 0; round < 3; round++) {
      const { id, doctorId } = await createAssociation(db);
      const times = (await listed(id)).slice(0, 12);
      const saved = async () => {
        // Some bookings are faster, some wait for us.
        while (round > 0 && (await db.appointment.count({ where: { doctorId } })) < round);
        return inTransaction(db, async (tx) => {
          await lockDoctorAssociations(tx, doctorId as DoctorId);
          const before = await tx.appointment.count({ where: { doctorId } });
          await change(tx, doctorId);
          return before;
        });
      };
      const [before, ...outcomes] = await Promise.all([
        saved(),
        ...times.map((time) => tryToBook(id, time)),
      ]);
      const booked = outcomes.filter((outcome) => outcome === "booked").length;
      expect(booked).toBe(before);
      expect(outcomes.filter((outcome) => outcome === code)).toHaveLength(times.length - booked);
    }
  });
});

it("books in four statements: lock, read, write, settle", async () => {
  const association = await createAssociation(db, { maxAppointmentsADay: 3 });
  const { patient } = await patientCaller();
  const api = await callAs(counting.db, patient.userId, now);
  counting.statements.length = 0;
  await api.appointments.book(booking(association.id));
  const said = counting.statements.map((sql) => sql.trim().split(/\s/)[0] ?? "");
  const isFrame = (verb: string) => verb === "BEGIN" || verb === "COMMIT";
  expect(said.filter((verb) => !isFrame(verb))).toEqual(["SELECT", "SELECT", "INSERT", "WITH"]);
});
