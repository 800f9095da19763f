import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import type { DoctorId } from "@/lib/ids";
import { parsePlainDate } from "@/lib/time/plain-date";
import { callAs } from "@/testing/caller";
import { countingDatabase, resetDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createAssociation } from "@/testing/factories/association";
import { createPatient } from "@/testing/factories/patient";
import { at, db, now } from "./appointments.test-support";
import { visitsWithin } from "./day-store";
import { readRange } from "./queries/read-range";
import { booked, outcomeOf, practice, start, words } from "./visits.test-support";

beforeEach(resetDatabase);

const thursday = { from: "2026-10-29", days: 1 };

describe("the day", () => {
  it("shows appointments, hours, blocked time and time off, and no health data", async () => {
    const { association, doctor, api } = await practice();
    const { appointmentId, patient } = await booked(association);
    await booked(association, { startsAt: new Date("2026-10-30T15:00:00Z") });
    await booked(association, { status: "cancelled", startsAt: new Date("2026-10-29T18:00:00Z") });
    await db.blockedTime.create({
      data: {
        doctorId: doctor.id,
        startsAt: new Date("2026-10-29T17:00:00Z"),
        endsAt: new Date("2026-10-29T18:00:00Z"),
        note: "Teaching",
      },
    });
    await db.scheduleException.create({
      data: {
        doctorId: doctor.id,
        kind: "time_off",
        firstDate: new Date("2026-10-20"),
        lastDate: new Date("2026-10-29"),
      },
    });
    const day = await api.agenda.range(thursday);
    expect(day).toMatchObject({
      timezone: "America/Chicago",
      days: ["2026-10-29"],
      appointments: [
        {
          id: appointmentId,
          revision: 0,
          status: "scheduled",
          startsAt: "2026-10-29T15:00:00Z",
          endsAt: "2026-10-29T15:30:00Z",
          patientName: patient.user?.fullName,
          origin: "online",
          delayMinutes: 0,
          hasOpenProposal: false,
        },
      ],
      blocked: [{ startsAt: "2026-10-29T17:00:00Z", note: "Teaching" }],
      open: [],
      timeOff: [{ firstDate: "2026-10-20", lastDate: "2026-10-29", clinicName: null }],
      associations: [{ id: association.id, durationMinutes: 30 }],
    });
    expect(JSON.stringify(day)).not.toContain("cough");
    const friday = await api.agenda.range({ from: "2026-10-30", days: 1 });
    expect(friday.open).toMatchObject([
      { startsAt: "2026-10-30T14:00:00Z", endsAt: "2026-10-30T22:00:00Z" },
    ]);
  });

  it("knows the hours of days that are past, with what held on them", async () => {
    const { doctor, api } = await practice();
    const first = { from: "2026-10-19", days: 2 };
    expect((await api.agenda.range(first)).open).toHaveLength(2);
    const date = new Date("2026-10-20");
    await db.scheduleException.create({
      data: { doctorId: doctor.id, kind: "time_off", firstDate: date, lastDate: date },
    });
    expect((await api.agenda.range(first)).open).toHaveLength(1);
  });

  it("takes four statements, however much there is", async () => {
    const { association, doctor } = await practice();
    for (const time of ["14:00", "15:00", "16:00"])
      await booked(association, { startsAt: new Date(`2026-10-29T${time}:00Z`) });
    const counting = countingDatabase();
    const from = parsePlainDate("2026-10-01");
    if (!from) throw new Error("a test without a date");
    const range = { from, days: 42 };
    await readRange(counting.db, doctor.id as DoctorId, range, now);
    expect(counting.statements.filter((sql) => /^\s*select/i.test(sql)).length).toBeLessThanOrEqual(
      6,
    );
    await counting.db.$disconnect();
  });
});

describe("a calendar that goes back for years", () => {
  it("is read by an index of its own", async () => {
    const range = { from: start, to: start.add({ hours: 24 }) };
    const doctorIds = Array.from({ length: 20 }, () => randomUUID());
    const where = visitsWithin(doctorIds[0] as DoctorId, range);
    const rolledBack = new Error("rolled back");
    const explained = db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`
        INSERT INTO appointments (doctor_id, patient_id, starts_at, ends_at,
          duration_minutes, timezone)
        SELECT d, gen_random_uuid(), t, t + interval '30 minutes', 30, 'UTC'
        FROM unnest(${doctorIds}::uuid[]) d, generate_series(
          '2026-08-01Z'::timestamptz, '2026-11-01Z'::timestamptz, '12 hours') t`;
      await tx.$executeRaw`ANALYZE appointments`;
      const plan = await tx.$queryRaw(
        Prisma.sql`EXPLAIN SELECT a.id FROM appointments a WHERE ${where}`,
      );
      expect(JSON.stringify(plan)).toContain("idx_appointments_doctor_time");
      throw rolledBack;
    });
    await expect(explained).rejects.toBe(rolledBack);
  });
});

describe("looking at a visit", () => {
  const facts = {
    bloodGroup: "0+".replace("0", "O"),
    allergies: ["Penicillin"],
    chronicConditions: ["Asthma"],
    gender: "female",
    emergencyContactName: "Someone",
    emergencyContactPhone: "+13125550100",
  };

  it("shows health facts only while they are shared, and records each look", async () => {
    const { association, doctor, api } = await practice();
    const patient = await createPatient(db, facts);
    const { appointmentId } = await booked(association, { patientId: patient.id });
    const before = await api.agenda.visit({ appointmentId });
    expect(before).toMatchObject({ symptoms: words, health: null, age: null, gender: null });
    expect(JSON.stringify(before)).not.toMatch(/Penicillin|Asthma|Someone/);

    const mine = await callAs(db, patient.userId, now);
    await mine.appointments.share({ appointmentId, sharesHealth: true });
    expect(await api.agenda.visit({ appointmentId })).toMatchObject({
      age: 36,
      gender: "female",
      health: {
        bloodGroup: "O+",
        allergies: ["Penicillin"],
        chronicConditions: ["Asthma"],
        emergencyContact: { name: "Someone", phone: "+13125550100", relationship: null },
      },
    });
    await mine.appointments.share({ appointmentId, sharesHealth: false });
    expect((await api.agenda.visit({ appointmentId })).health).toBeNull();

    const looks = await db.auditEntry.findMany({ where: { action: "appointment.look" } });
    expect(
      looks.map(({ actorUserId, subjectId, details }) => [actorUserId, subjectId, details]),
    ).toEqual(
      [false, true, false].map((withHealthFacts) => [
        doctor.userId,
        appointmentId,
        { withHealthFacts, earlier: [] },
      ]),
    );
  });

  it("shows no health facts of what is cancelled, missed or long over; taking back stays possible", async () => {
    const { association, api, later } = await practice();
    const patient = await createPatient(db, facts);
    const { appointmentId } = await booked(association, {
      patientId: patient.id,
      sharesHealth: true,
      status: "completed",
    });
    const lastDay = "2026-11-28T14:00:00Z";
    const isShown = async (doctor = api) =>
      (await doctor.agenda.visit({ appointmentId })).health !== null;
    expect(await isShown(await later(lastDay))).toBe(true);
    expect(await isShown(await later("2026-11-28T15:00:00Z"))).toBe(false);
    for (const status of ["cancelled", "no_show"] as const) {
      const cancelledAt = status === "cancelled" ? new Date() : null;
      const other = await booked(association, {
        patientId: patient.id,
        sharesHealth: true,
        status,
        cancelledAt,
      });
      const visit = await api.agenda.visit({ appointmentId: other.id });
      expect(visit).toMatchObject({ health: null, age: null, gender: null, sharesHealth: false });
    }

    const mine = await callAs(db, patient.userId, at(lastDay));
    const share = (sharesHealth: boolean) =>
      outcomeOf(mine.appointments.share({ appointmentId, sharesHealth }));
    const own = () => mine.appointments.get({ appointmentId });
    expect(await own()).toMatchObject({ isHealthShown: true, canShareHealth: false });
    expect(await share(false)).toBe("done");
    expect(await own()).toMatchObject({ isHealthShown: false, canShareHealth: false });
    expect(await isShown(await later(lastDay))).toBe(false);
    expect(await share(true)).toBe("APPOINTMENT_OVER");
  });

  it("shows earlier visits with this doctor only, the history, and what can be done now", async () => {
    const { association, doctor, api } = await practice();
    const patient = await createPatient(db);
    const past = { patientId: patient.id, status: "completed" } as const;
    const earlier = await booked(association, {
      ...past,
      startsAt: new Date("2026-09-01T15:00:00Z"),
      notes: "Look again in autumn",
      prescription: "Rest",
    });
    await booked(await createAssociation(db), {
      ...past,
      startsAt: new Date("2026-09-02T15:00:00Z"),
      notes: "Of another doctor",
    });
    const { appointmentId } = await booked(association, { patientId: patient.id });
    await api.agenda.take({ appointmentId, expectedRevision: 0, step: "arrive" });
    const visit = await api.agenda.visit({ appointmentId });
    expect(visit.earlier).toMatchObject([
      { id: earlier.id, notes: "Look again in autumn", prescription: "Rest" },
    ]);
    expect(visit.history).toMatchObject([
      { from: null, to: "scheduled", by: null },
      { from: "scheduled", to: "arrived", by: "doctor", byName: doctor.user.fullName },
    ]);
    expect(visit.history.at(-1)?.at).toBe(start.toString());
    expect(visit.steps).toEqual(["start", "complete", "reopen", "cancel"]);
  });

  it("is for the appointment's doctor, not for administrators", async () => {
    const { association } = await practice();
    const { appointmentId } = await booked(association);
    const admin = await createAdmin(db, { accessLevel: "super_admin" });
    const api = await callAs(db, admin.userId, now);
    expect(await outcomeOf(api.agenda.visit({ appointmentId }))).toBe("NOT_ALLOWED");
    expect(await db.auditEntry.count()).toBe(0);
  });
});

describe("notes and prescription", () => {
  it("are kept, and nobody overwrites what they have not seen", async () => {
    const { association, api } = await practice();
    const { appointmentId } = await booked(association);
    const write = { appointmentId, expectedRevision: 0, notes: "Lungs clear", prescription: "" };
    await Promise.all([api.agenda.write(write), api.agenda.write(write)]);
    const other = { ...write, notes: "Something else" };
    expect(await outcomeOf(api.agenda.write(other))).toBe("APPOINTMENT_CHANGED");
    const visit = await api.agenda.visit({ appointmentId });
    expect(visit).toMatchObject({ notes: "Lungs clear", revision: 1 });
    await api.agenda.write({ ...other, expectedRevision: 1 });
    const audit = await db.auditEntry.findMany({ where: { action: "appointment.write" } });
    expect(audit).toHaveLength(2);
    expect(JSON.stringify(audit.map(({ details }) => details))).not.toMatch(/Lungs|else/);
  });

  it("reach the patient as a prescription, once the visit is completed; notes never", async () => {
    const { association, api } = await practice();
    const { appointmentId, patient } = await booked(association);
    const mine = await callAs(db, patient.userId, at("2026-10-29T16:00:00Z"));
    await api.agenda.write({
      appointmentId,
      expectedRevision: 0,
      notes: "Only for me",
      prescription: "Twice a day",
    });
    const before = await mine.appointments.get({ appointmentId });
    expect(before.prescription).toBeNull();
    await api.agenda.take({ appointmentId, expectedRevision: 1, step: "complete" });
    const after = await mine.appointments.get({ appointmentId });
    expect(after.prescription).toBe("Twice a day");
    expect(JSON.stringify(after)).not.toContain("Only for me");
  });
});
