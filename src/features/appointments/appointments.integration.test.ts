import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { fromDate, instantOf, parseInstant } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { createUser } from "@/testing/factories/user";
import { refusalFrom } from "@/testing/refusals";

const db = testDatabase();
const at = (text: string) => parseInstant(text) ?? instantOf(0);

// A Wednesday; the factory's clinic is in Chicago, open 09:00-17:00 every day.
const now = at("2026-10-28T15:00:00Z");
const thursdayTen = "2026-10-29T15:00:00Z";
const symptoms = "A cough that does not go away";

async function patientCaller(overrides = {}) {
  const patient = await createPatient(db);
  if (Object.keys(overrides).length > 0)
    await db.user.update({ where: { id: patient.userId ?? "" }, data: overrides });
  return { patient, api: await callAs(db, patient.userId, now) };
}

const booking = (associationId: string, startsAt = thursdayTen, bookingKey = randomUUID()) => ({
  associationId,
  startsAt,
  symptoms,
  bookingKey,
});

beforeEach(resetDatabase);

describe("booking", () => {
  it("keeps the slot, tells both sides, and leaves a record without health data", async () => {
    const association = await createAssociation(db);
    const { patient, api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));

    const row = await db.appointment.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      patientId: patient.id,
      doctorId: association.doctorId,
      status: "scheduled",
      symptoms,
      timezone: "America/Chicago",
      calendarSequence: 0,
    });
    expect(fromDate(row.endsAt).toString()).toBe("2026-10-29T15:30:00Z");
    const audit = await db.auditEntry.findMany();
    expect(audit.map((entry) => [entry.action, entry.subjectId])).toEqual([
      ["appointment.book", id],
    ]);
    expect(JSON.stringify(audit[0]?.details)).not.toContain("cough");
    const messages = await db.notification.findMany();
    expect(messages).toHaveLength(2);
    expect(JSON.stringify(messages)).not.toContain("cough");
    const counted = await db.doctorClinic.findUniqueOrThrow({ where: { id: association.id } });
    expect(counted.totalAppointments).toBe(1);
  });

  it("answers the same key with the same appointment, again and in parallel", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    const input = booking(association.id);
    const ids = await Promise.all(Array.from({ length: 8 }, () => api.appointments.book(input)));
    expect(new Set(ids).size).toBe(1);
    expect(await api.appointments.book(input)).toBe(ids[0]);
    expect(await db.appointment.count()).toBe(1);
    const other = { ...input, startsAt: "2026-10-29T17:00:00Z" };
    expect(await refusalFrom(api.appointments.book(other))).toMatchObject({
      code: "BOOKING_KEY_REUSED",
    });
  });

  it("does not take a cancelled booking, or other words, for the same booking", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    const input = booking(association.id);
    const appointmentId = await api.appointments.book(input);
    const reworded = { ...input, symptoms: "Something else" };
    expect((await refusalFrom(api.appointments.book(reworded))).code).toBe("BOOKING_KEY_REUSED");
    await api.appointments.cancel({ appointmentId, reason: "Better again" });
    expect((await refusalFrom(api.appointments.book(input))).code).toBe("BOOKING_KEY_REUSED");
  });

  it("offers nothing at a time when the patient is elsewhere, and says so before the form", async () => {
    const [one, two] = [
      await createAssociation(db, { consultationDurationMinutes: 60 }),
      await createAssociation(db),
    ];
    const { api } = await patientCaller();
    await api.appointments.book(booking(one.id));
    const time = { associationId: two.id, startsAt: thursdayTen };
    const { refusal } = await api.appointments.prepare(time);
    expect(refusal).toMatchObject({
      code: "PATIENT_BUSY",
      nearest: [
        "2026-10-29T14:00:00Z",
        "2026-10-29T14:30:00Z",
        "2026-10-29T16:00:00Z",
        "2026-10-29T16:30:00Z",
      ],
    });
    expect(JSON.stringify(await api.appointments.prepare(time))).not.toContain("userId");
  });

  it("ends with the doctor's licence", async () => {
    const doctor = await createDoctor(db, { licenseExpiresOn: new Date("2026-10-29") });
    const association = await createAssociation(db, { doctorId: doctor.id });
    const { api } = await patientCaller();
    const after = booking(association.id, "2026-10-30T15:00:00Z");
    expect((await refusalFrom(api.appointments.book(after))).code).toBe("ASSOCIATION_ENDED");
    await api.appointments.book(booking(association.id));
  });

  it("gives one slot to one of fifty, and the others the nearest free times", async () => {
    const association = await createAssociation(db);
    const callers = await Promise.all(Array.from({ length: 50 }, () => patientCaller()));
    const outcomes = await Promise.all(
      callers.map(({ api }) =>
        api.appointments.book(booking(association.id)).then(
          (id) => ({ id, refusal: null }),
          async (error) => ({ id: null, refusal: await refusalFrom(Promise.reject(error)) }),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.id)).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) => outcome.refusal ?? []);
    expect(refusals.map((refusal) => refusal.code)).toEqual(Array(49).fill("SLOT_TAKEN"));
    for (const refusal of refusals)
      expect(refusal.nearest).toEqual([
        "2026-10-29T14:00:00Z",
        "2026-10-29T14:30:00Z",
        "2026-10-29T15:30:00Z",
        "2026-10-29T16:00:00Z",
      ]);
    expect(await db.appointment.count()).toBe(1);
  });

  it("gives overlapping slots of a doctor at two clinics to one of fifty", async () => {
    const doctor = await createDoctor(db);
    const first = await createAssociation(db, { doctorId: doctor.id });
    const second = await createAssociation(db, {
      doctorId: doctor.id,
      consultationDurationMinutes: 60,
    });
    const callers = await Promise.all(Array.from({ length: 50 }, () => patientCaller()));
    const outcomes = await Promise.all(
      callers.map(({ api }, index) =>
        api.appointments.book(booking(index % 2 ? first.id : second.id)).then(
          () => "booked",
          async (error) => (await refusalFrom(Promise.reject(error))).code,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "booked")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "SLOT_TAKEN")).toHaveLength(49);
    expect(await db.appointment.count()).toBe(1);
  });

  it("gives a patient one of two visits at the same time with different doctors", async () => {
    const [one, two] = [await createAssociation(db), await createAssociation(db)];
    const { api } = await patientCaller();
    const outcomes = await Promise.allSettled([
      api.appointments.book(booking(one.id)),
      api.appointments.book(booking(two.id)),
    ]);
    const lost = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(await refusalFrom(Promise.reject(lost[0]?.reason))).toMatchObject({
      code: "PATIENT_BUSY",
    });
  });

  it.each([
    ["in the past", "2026-10-28T14:30:00Z", "SLOT_IN_PAST"],
    ["within the notice", "2026-10-28T16:00:00Z", "SLOT_TOO_SOON"],
    ["off the grid", "2026-10-29T15:10:00Z", "SLOT_OFF_GRID"],
    ["outside hours", "2026-10-29T11:00:00Z", "SLOT_OUTSIDE_HOURS"],
    ["beyond the horizon", "2027-03-01T16:00:00Z", "SLOT_TOO_FAR"],
  ])("refuses a time %s", async (_, startsAt, code) => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    const refusal = await refusalFrom(api.appointments.book(booking(association.id, startsAt)));
    expect(refusal.code).toBe(code);
    expect(refusal.nearest?.length).toBeGreaterThan(0);
    expect(await db.appointment.count()).toBe(0);
  });

  it("takes an instant in any spelling, and refuses a wall time without zone", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    const wall = booking(association.id, "2026-10-29T10:00:00");
    expect(await refusalFrom(api.appointments.book(wall))).toMatchObject({
      code: "INVALID_INPUT",
      fields: { startsAt: expect.stringContaining("zone") },
    });
    await api.appointments.book(booking(association.id, "2026-10-30T00:00:00+09:00"));
    const [row] = await db.appointment.findMany();
    expect(row && fromDate(row.startsAt).toString()).toBe(thursdayTen);
  });

  it.each([
    ["an unverified doctor", { doctor: { isVerified: false } }, "DOCTOR_NOT_BOOKABLE"],
    [
      "a doctor whose licence has expired",
      { doctor: { licenseExpiresOn: new Date("2026-10-27") } },
      "DOCTOR_NOT_BOOKABLE",
    ],
    ["a closed clinic", { clinic: { status: "temporarily_closed" } }, "CLINIC_CLOSED"],
    ["a clinic the doctor left", { association: { status: "ended" } }, "ASSOCIATION_ENDED"],
    ["a doctor on leave", { association: { status: "on_leave" } }, "ON_LEAVE"],
    [
      "a doctor who takes no bookings",
      { association: { appointmentBookingEnabled: false } },
      "NOT_ACCEPTING",
    ],
  ])("refuses %s", async (_, given: Record<string, object>, code) => {
    const association = await createAssociation(db, {
      doctorId: (await createDoctor(db, given.doctor)).id,
      clinicId: (await createClinic(db, given.clinic)).id,
      ...given.association,
    });
    const { api } = await patientCaller();
    expect(await refusalFrom(api.appointments.book(booking(association.id)))).toMatchObject({
      code,
    });
  });

  it("refuses those who are not ready, not patients, or gone", async () => {
    const association = await createAssociation(db);
    const input = booking(association.id);
    const unverified = await patientCaller({ emailVerified: false });
    expect((await refusalFrom(unverified.api.appointments.book(input))).code).toBe(
      "EMAIL_NOT_VERIFIED",
    );
    const half = await patientCaller({ isOnboarded: false });
    expect((await refusalFrom(half.api.appointments.book(input))).code).toBe("ONBOARDING_REQUIRED");
    const gone = await patientCaller({ isActive: false });
    expect((await refusalFrom(gone.api.appointments.book(input))).code).toBe("ACCOUNT_DEACTIVATED");
    const nobody = await callAs(db, null, now);
    expect((await refusalFrom(nobody.appointments.book(input))).code).toBe("SIGN_IN_REQUIRED");
    const doctor = await callAs(db, (await createUser(db, { role: "doctor" })).id, now);
    expect((await refusalFrom(doctor.appointments.book(input))).code).toBe("NOT_ALLOWED");
    expect((await refusalFrom(half.api.appointments.book({ ...input, symptoms: " " }))).code).toBe(
      "INVALID_INPUT",
    );
  });
});

describe("moving", () => {
  it("keeps the appointment, raises the sequence, frees the old time", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));
    const move = { appointmentId: id, startsAt: "2026-10-29T15:30:00Z", expectedSequence: 0 };
    await api.appointments.move(move);
    await api.appointments.move(move);
    expect(await api.appointments.get({ appointmentId: id })).toMatchObject({
      id,
      calendarSequence: 1,
      startsAt: at("2026-10-29T15:30:00Z"),
    });
    const other = await patientCaller();
    await other.api.appointments.book(booking(association.id));
    const back = { appointmentId: id, startsAt: thursdayTen, expectedSequence: 1 };
    expect(await refusalFrom(api.appointments.move(back))).toMatchObject({
      code: "SLOT_TAKEN",
      nearest: expect.arrayContaining(["2026-10-29T14:30:00Z"]),
    });
  });

  it("may move onto part of its own old time", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));
    await db.doctorClinic.update({
      where: { id: association.id },
      data: { consultationDurationMinutes: 20 },
    });
    const move = { appointmentId: id, startsAt: "2026-10-29T15:20:00Z", expectedSequence: 0 };
    await api.appointments.move(move);
    const row = await db.appointment.findUniqueOrThrow({ where: { id } });
    expect(row.durationMinutes).toBe(20);
  });

  it("refuses a stale page, another's appointment, and moving too late", async () => {
    const association = await createAssociation(db);
    const { patient, api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));
    const stale = { appointmentId: id, startsAt: "2026-10-29T16:00:00Z", expectedSequence: 7 };
    expect((await refusalFrom(api.appointments.move(stale))).code).toBe("APPOINTMENT_CHANGED");
    const stranger = await patientCaller();
    const right = { ...stale, expectedSequence: 0 };
    expect((await refusalFrom(stranger.api.appointments.move(right))).code).toBe("NOT_FOUND");
    const late = await callAs(db, patient.userId, at("2026-10-29T13:00:01Z"));
    expect(await refusalFrom(late.appointments.move(right))).toMatchObject({
      code: "MOVE_TOO_LATE",
      params: { notice: "2 hours" },
    });
  });

  it("refuses a time at which the patient is elsewhere", async () => {
    const [one, two] = [await createAssociation(db), await createAssociation(db)];
    const { api } = await patientCaller();
    const id = await api.appointments.book(booking(one.id));
    await api.appointments.book(booking(two.id, "2026-10-29T16:00:00Z"));
    const move = { appointmentId: id, startsAt: "2026-10-29T16:00:00Z", expectedSequence: 0 };
    expect(await refusalFrom(api.appointments.move(move))).toMatchObject({
      code: "PATIENT_BUSY",
      nearest: expect.any(Array),
    });
  });

  it("lets one of many win a slot that some book and others move to", async () => {
    const association = await createAssociation(db);
    const target = "2026-10-30T15:00:00Z";
    const movers = await Promise.all(
      ["14:00", "14:30", "16:00", "16:30"].map(async (time) => {
        const { api } = await patientCaller();
        const id = await api.appointments.book(booking(association.id, `2026-10-29T${time}:00Z`));
        return () =>
          api.appointments.move({ appointmentId: id, startsAt: target, expectedSequence: 0 });
      }),
    );
    const bookers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { api } = await patientCaller();
        return () => api.appointments.book(booking(association.id, target));
      }),
    );
    const outcomes = await Promise.allSettled([...movers, ...bookers].map((act) => act()));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect((await refusalFrom(Promise.reject(outcome.reason))).code).toBe("SLOT_TAKEN");
  });
});

describe("cancelling", () => {
  it("frees the time, says so to both, and happens once", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));
    const cancel = { appointmentId: id, reason: "Better again" };
    await Promise.all([api.appointments.cancel(cancel), api.appointments.cancel(cancel)]);
    expect(await api.appointments.get({ appointmentId: id })).toMatchObject({
      status: "cancelled",
      calendarSequence: 1,
      isCancelledByPatient: true,
      cancellationReason: "Better again",
    });
    expect(await db.auditEntry.count({ where: { action: "appointment.cancel" } })).toBe(1);
    const other = await patientCaller();
    await other.api.appointments.book(booking(association.id));
  });

  it("and booking of the same time at the same moment do not wait for each other in a circle", async () => {
    const association = await createAssociation(db);
    const deadlocks = async () => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()`;
      return row?.count;
    };
    const before = await deadlocks();
    const acts = await Promise.all(
      ["14:00", "14:30", "15:00", "15:30", "16:00", "16:30"].map(async (time) => {
        const startsAt = `2026-10-29T${time}:00Z`;
        const [mine, other] = [await patientCaller(), await patientCaller()];
        const appointmentId = await mine.api.appointments.book(booking(association.id, startsAt));
        return [
          () => mine.api.appointments.cancel({ appointmentId, reason: "Better again" }),
          () =>
            other.api.appointments
              .book(booking(association.id, startsAt))
              .catch(async (error) => (await refusalFrom(Promise.reject(error))).code),
        ];
      }),
    );
    const outcomes = await Promise.all(acts.flat().map((act) => act()));
    const told = outcomes.filter((outcome) => typeof outcome === "string");
    for (const outcome of told) expect(outcome).toMatch(/^(SLOT_TAKEN|[0-9a-f-]{36})$/);
    expect(await deadlocks()).toBe(before);
  });

  it("refuses another's, and cancelling later than the association allows", async () => {
    const association = await createAssociation(db, { cancellationNoticeMinutes: 24 * 60 });
    const { patient, api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id, "2026-10-30T15:00:00Z"));
    const cancel = { appointmentId: id, reason: "Better again" };
    const stranger = await patientCaller();
    expect((await refusalFrom(stranger.api.appointments.cancel(cancel))).code).toBe("NOT_FOUND");
    const late = await callAs(db, patient.userId, at("2026-10-29T15:00:01Z"));
    expect(await refusalFrom(late.appointments.cancel(cancel))).toMatchObject({
      code: "CANCELLATION_TOO_LATE",
      params: { notice: "24 hours" },
    });
    const over = await callAs(db, patient.userId, at("2026-10-30T15:00:00Z"));
    expect((await refusalFrom(over.appointments.cancel(cancel))).code).toBe("APPOINTMENT_OVER");
  });
});

describe("looking", () => {
  it("lists upcoming ones soonest first and the rest latest first, in pages", async () => {
    const association = await createAssociation(db);
    const { patient, api } = await patientCaller();
    for (let day = 0; day < 22; day++) {
      const startsAt = at(thursdayTen).add({ hours: 24 * day });
      await api.appointments.book(booking(association.id, startsAt.toString()));
    }
    const first = await api.appointments.list({ when: "upcoming" });
    expect(first.appointments).toHaveLength(20);
    const cursor = first.next && {
      startsAt: first.next.startsAt.toString(),
      id: first.next.id,
    };
    const second = await api.appointments.list({ when: "upcoming", cursor: cursor ?? undefined });
    expect(second.appointments).toHaveLength(2);
    expect(second.next).toBeNull();
    const later = await callAs(db, patient.userId, at("2026-10-30T20:00:00Z"));
    const past = await later.appointments.list({ when: "past" });
    expect(past.appointments.map((row) => row.startsAt.toString())).toEqual([
      "2026-10-30T15:00:00Z",
      "2026-10-29T15:00:00Z",
    ]);
  });

  it("shows the doctor the coming fourteen days, without health data", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    await api.appointments.book(booking(association.id));
    await api.appointments.book(booking(association.id, "2026-11-20T15:00:00Z"));
    const doctor = await db.doctor.findUniqueOrThrow({ where: { id: association.doctorId } });
    const agenda = await (await callAs(db, doctor.userId, now)).appointments.agenda();
    expect(agenda).toHaveLength(1);
    expect(JSON.stringify(agenda)).not.toContain("cough");
  });

  it("knows before writing whether a time can be had, and whose it is", async () => {
    const association = await createAssociation(db);
    const mine = await patientCaller();
    const time = { associationId: association.id, startsAt: thursdayTen };
    expect(await mine.api.appointments.prepare(time)).toMatchObject({ refusal: null });
    const id = await mine.api.appointments.book(booking(association.id));
    expect(await mine.api.appointments.prepare(time)).toMatchObject({ ownAppointmentId: id });
    const other = await patientCaller();
    expect(await other.api.appointments.prepare(time)).toMatchObject({
      ownAppointmentId: null,
      refusal: { code: "SLOT_TAKEN", nearest: expect.any(Array) },
    });
  });
});
