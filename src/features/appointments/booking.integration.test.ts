import { beforeEach, describe, expect, it } from "vitest";
import { fromDate } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { createUser } from "@/testing/factories/user";
import { refusalFrom } from "@/testing/refusals";
import {
  booking,
  db,
  now,
  patientCaller,
  symptoms,
  thursdayTen,
} from "./appointments.test-support";

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
