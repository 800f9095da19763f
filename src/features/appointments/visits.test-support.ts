import type { DoctorClinic } from "@/generated/prisma/client";
import { callAs } from "@/testing/caller";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createPatient } from "@/testing/factories/patient";
import { refusalFrom } from "@/testing/refusals";
import { at, db } from "./appointments.test-support";
import type { AppointmentStatus } from "./rules";

/** Thursday, 10:00 in Chicago. */
export const start = at("2026-10-29T15:00:00Z");
export const words = "A cough that does not go away";

/** A doctor with an association, and the calls they may make at a time. */
export async function practice(overrides = {}, now = start) {
  const association = await createAssociation(db, overrides);
  const doctor = await db.doctor.findUniqueOrThrow({
    where: { id: association.doctorId },
    include: { user: true },
  });
  const api = await callAs(db, doctor.userId, now);
  const later = (time: string) => callAs(db, doctor.userId, at(time));
  return { association, doctor, api, later };
}

/** An appointment there, at 10:00 unless said, with the words of a patient who has an account. */
export async function booked(
  association: DoctorClinic,
  overrides: { status?: AppointmentStatus; startsAt?: Date } & Record<string, unknown> = {},
) {
  const patient = await createPatient(db);
  const row = await createAppointment(db, {
    doctorClinicId: association.id,
    patientId: patient.id,
    startsAt: new Date(start.epochMilliseconds),
    symptoms: words,
    ...overrides,
  });
  return { ...row, patient, appointmentId: row.id };
}

export const stepsOf = async (appointmentId: string) =>
  (await db.appointmentStep.findMany({ where: { appointmentId }, orderBy: { id: "asc" } })).map(
    ({ fromStatus, toStatus, byUserId }) => ({ fromStatus, toStatus, byUserId }),
  );

export const statusOf = async (id: string) =>
  (await db.appointment.findUniqueOrThrow({ where: { id } })).status;

export const revisionOf = async (id: string) =>
  (await db.appointment.findUniqueOrThrow({ where: { id } })).revision;

/** What a call came to: "done", or the code of its refusal. */
export const outcomeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    async (error) => (await refusalFrom(Promise.reject(error))).code,
  );
