import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { fromDate } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { agendaRouter } from "./agenda-router";
import { db, now } from "./appointments.test-support";
import { booked, outcomeOf, practice, start } from "./visits.test-support";

beforeEach(resetDatabase);

const buffers = { bufferBeforeMinutes: 10, bufferAfterMinutes: 10 };
const rowOf = (id: string) => db.appointment.findUniqueOrThrow({ where: { id } });

describe("moving by the doctor", () => {
  it("goes outside hours and onto blocked time, keeps a confirmation, and tells the patient", async () => {
    const { association, doctor, api } = await practice({}, now);
    const { appointmentId, patient } = await booked(association, { status: "confirmed" });
    const startsAt = "2026-10-30T02:00:00Z";
    await db.blockedTime.create({
      data: {
        doctorId: doctor.id,
        startsAt: new Date("2026-10-30T01:00:00Z"),
        endsAt: new Date("2026-10-30T03:00:00Z"),
      },
    });
    const move = { appointmentId, expectedRevision: 0, startsAt };
    await api.agenda.move(move);
    await api.agenda.move(move);
    const row = await rowOf(appointmentId);
    expect(row).toMatchObject({ status: "confirmed", calendarSequence: 1, revision: 1 });
    expect(fromDate(row.startsAt).toString()).toBe(startsAt);
    const messages = await db.notification.findMany();
    expect(messages.map(({ userId, title }) => [userId, title])).toEqual([
      [patient.userId, "Appointment moved"],
    ]);
    expect(messages[0]?.body).toContain("9:00 PM");
  });

  it("trims buffers, its own first and then a neighbour's, but refuses real overlap", async () => {
    const { association, api } = await practice(buffers, now);
    const neighbour = await booked(association, buffers);
    const { appointmentId } = await booked(association, {
      ...buffers,
      startsAt: new Date("2026-10-29T18:00:00Z"),
    });
    const to = (startsAt: string, expectedRevision = 0) =>
      outcomeOf(api.agenda.move({ appointmentId, expectedRevision, startsAt }));
    expect(await to("2026-10-29T15:29:00Z")).toBe("VISITS_OVERLAP");
    expect(await to("2026-10-29T15:35:00Z")).toBe("done");
    expect(await rowOf(appointmentId)).toMatchObject({
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 10,
    });
    expect(await rowOf(neighbour.id)).toMatchObject({
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 5,
      revision: 1,
    });
    expect(await to("2026-10-29T15:45:00Z", 1)).toBe("done");
    expect(await rowOf(appointmentId)).toMatchObject({ bufferBeforeMinutes: 10 });
  });

  it("refuses what is past, far off, stale, over, and a patient who is elsewhere", async () => {
    const { association, api } = await practice({}, now);
    const { appointmentId, patient } = await booked(association);
    await booked(await createAssociation(db), {
      patientId: patient.id,
      startsAt: new Date("2026-10-30T15:00:00Z"),
    });
    const move = (startsAt: string, expectedRevision = 0) =>
      outcomeOf(api.agenda.move({ appointmentId, expectedRevision, startsAt }));
    expect(await move("2026-10-28T14:00:00Z")).toBe("SLOT_IN_PAST");
    expect(await move("2028-10-28T15:00:00Z")).toBe("SLOT_TOO_FAR");
    expect(await move("2026-10-30T15:00:30Z")).toBe("INVALID_INPUT");
    expect(await move("2026-10-30T15:00:00Z", 3)).toBe("APPOINTMENT_CHANGED");
    expect(await move("2026-10-30T15:15:00Z")).toBe("PATIENT_ELSEWHERE");
    const last = new Date("2026-10-30");
    await db.doctorClinic.update({ where: { id: association.id }, data: { endDate: last } });
    expect(await move("2026-10-31T15:00:00Z")).toBe("ASSOCIATION_ENDED");
    expect((await rowOf(appointmentId)).revision).toBe(0);
  });

  it("of two to the same time lets one win", async () => {
    const { association, api } = await practice(buffers, now);
    const visits = await Promise.all(
      ["14:00", "16:00", "18:00"].map((time) =>
        booked(association, { ...buffers, startsAt: new Date(`2026-10-29T${time}:00Z`) }),
      ),
    );
    const startsAt = "2026-10-29T20:00:00Z";
    const outcomes = await Promise.all(
      visits.map(({ appointmentId }) =>
        outcomeOf(api.agenda.move({ appointmentId, expectedRevision: 0, startsAt })),
      ),
    );
    expect(outcomes.sort()).toEqual(["VISITS_OVERLAP", "VISITS_OVERLAP", "done"]);
  });

  it("and patients who book around it never leave two visits overlapping", async () => {
    const { association, api } = await practice({ ...buffers, bookingNoticeMinutes: 0 }, now);
    const visits = await Promise.all(
      ["18:20", "19:10"].map((time) =>
        booked(association, { ...buffers, startsAt: new Date(`2026-10-29T${time}:00Z`) }),
      ),
    );
    const patients = await Promise.all(
      Array.from({ length: 4 }, async () => callAs(db, (await createPatient(db)).userId, now)),
    );
    await Promise.all([
      ...visits.map(({ appointmentId }, index) =>
        outcomeOf(
          api.agenda.move({
            appointmentId,
            expectedRevision: 0,
            startsAt: index ? "2026-10-29T15:20:00Z" : "2026-10-29T16:30:00Z",
          }),
        ),
      ),
      ...patients.map((patient, index) =>
        outcomeOf(
          patient.appointments.book({
            associationId: association.id,
            startsAt: ["2026-10-29T14:50:00Z", "2026-10-29T15:40:00Z"][index % 2] ?? "",
            symptoms: "A cough",
            bookingKey: randomUUID(),
          }),
        ),
      ),
    ]);
    const [row] = await db.$queryRaw<{ overlapping: number }[]>`
      SELECT count(*)::int AS overlapping FROM appointments a JOIN appointments b
        ON a.doctor_id = b.doctor_id AND a.id < b.id
        AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`;
    expect(row?.overlapping).toBe(0);
  });
});

describe("a walk-in", () => {
  const walkIn = (associationId: string, more = {}) => ({
    associationId,
    name: "Noor Example",
    phone: "+1 312 555 0100",
    bookingKey: randomUUID(),
    ...more,
  });

  it("without an account is there now, once for its key, and known to this doctor only", async () => {
    const { association, doctor, api } = await practice(buffers);
    const neighbour = await booked(association, {
      ...buffers,
      startsAt: new Date("2026-10-29T15:32:00Z"),
    });
    const input = walkIn(association.id, { reason: "A cut" });
    const ids = await Promise.all(Array.from({ length: 4 }, () => api.agenda.walkIn(input)));
    expect(new Set(ids).size).toBe(1);
    expect(await db.patient.count({ where: { registeredBy: doctor.id } })).toBe(1);
    const row = await rowOf(ids[0] ?? "");
    expect(row).toMatchObject({
      status: "arrived",
      origin: "walk_in",
      startsAt: new Date(start.epochMilliseconds),
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      timezone: "America/Chicago",
    });
    expect(await rowOf(neighbour.id)).toMatchObject({ bufferBeforeMinutes: 2 });
    const { appointments } = await api.agenda.range({ from: "2026-10-29", days: 1 });
    expect(appointments[0]).toMatchObject({ patientName: "Noor Example", origin: "walk_in" });
    expect(await api.agenda.findPatients({ text: "nóOR" })).toMatchObject([
      { name: "Noor Example", phone: "+1 312 555 0100", lastVisit: { startsAt: start.toString() } },
    ]);
    const stranger = await callAs(db, (await createDoctor(db)).userId, start);
    expect(await stranger.agenda.findPatients({ text: "noor" })).toEqual([]);
  });

  it("can be someone the doctor knows, and nobody else", async () => {
    const { association, api } = await practice();
    const { patient } = await booked(association, { startsAt: new Date("2026-10-01T15:00:00Z") });
    const known = { name: undefined, phone: undefined, patientId: patient.id };
    await api.agenda.walkIn(walkIn(association.id, known));
    const stranger = { ...known, patientId: (await createPatient(db)).id };
    const later = { startsAt: "2026-10-29T17:00:00Z" };
    const outcome = (more: object) => outcomeOf(api.agenda.walkIn(walkIn(association.id, more)));
    expect(await outcome({ ...stranger, ...later })).toBe("NOT_FOUND");
    expect(await outcome({ ...known, ...later, name: "Both" })).toBe("INVALID_INPUT");
    expect(await outcome({})).toBe("VISITS_OVERLAP");
    expect(await outcome({ startsAt: "2026-10-31T17:00:00Z" })).toBe("SLOT_TOO_FAR");
    expect(await outcome({ startsAt: "2026-10-27T17:00:00Z" })).toBe("SLOT_IN_PAST");
    const { id } = await createAssociation(db);
    expect(await outcomeOf(api.agenda.walkIn(walkIn(id, later)))).toBe("NOT_FOUND");
    expect(await db.patient.count({ where: { walkInName: { not: null } } })).toBe(0);
  });

  it("is refused where the doctor does not work any more, or not yet, or the clinic is closed", async () => {
    const { association, doctor, api } = await practice();
    const outcome = () => outcomeOf(api.agenda.walkIn(walkIn(association.id)));
    const where = { id: association.id };
    const day = (text: string) => new Date(text);
    await db.doctorClinic.update({ where, data: { endDate: day("2026-10-28") } });
    expect(await outcome()).toBe("ASSOCIATION_ENDED");
    await db.doctorClinic.update({
      where,
      data: { startDate: day("2026-10-30"), endDate: null },
    });
    expect(await outcome()).toBe("SLOT_OUTSIDE_HOURS");
    await db.doctorClinic.update({ where, data: { startDate: day("2026-10-29") } });
    await db.clinic.update({ where: { id: association.clinicId }, data: { status: "inactive" } });
    expect(await outcome()).toBe("CLINIC_CLOSED");
    expect(await db.patient.count({ where: { registeredBy: doctor.id } })).toBe(0);
    await db.clinic.update({ where: { id: association.clinicId }, data: { status: "active" } });
    expect(await outcome()).toBe("done");
  });

  it("finds patients by a part of their name, with its letters taken as they are", async () => {
    const { association, api } = await practice();
    const patient = await createPatient(db, { user: { fullName: "Ana_María 100%" } });
    await booked(association, { patientId: patient.id });
    for (const text of ["maria", "a_m", "0%"])
      expect(await api.agenda.findPatients({ text })).toHaveLength(1);
    expect(await api.agenda.findPatients({ text: "a%m" })).toEqual([]);
    expect(await outcomeOf(api.agenda.findPatients({ text: " a " }))).toBe("INVALID_INPUT");
    // A query's input would stand in the address.
    expect(agendaRouter.findPatients._def.type).toBe("mutation");
  });
});
