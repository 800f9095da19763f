import { randomUUID } from "node:crypto";
import type { Appointment, Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import { createAssociation } from "./association";
import type { Overrides } from "./overrides";
import { createPatient } from "./patient";

export type AppointmentOverrides = Overrides<Prisma.AppointmentCreateManyInput>;

/** Half an hour on Monday, 7 January 2030; the end and a cancellation's time follow what is said. */
export function appointmentRow(overrides: AppointmentOverrides & { patientId: string }) {
  const startsAt = new Date(overrides.startsAt ?? "2030-01-07T15:00:00Z");
  const durationMinutes = overrides.durationMinutes ?? 30;
  return {
    id: randomUUID(),
    startsAt,
    endsAt: new Date(startsAt.getTime() + durationMinutes * 60_000),
    durationMinutes,
    status: "scheduled",
    // The database replaces it by the zone of the clinic, where there is one.
    timezone: "UTC",
    cancelledAt: overrides.status === "cancelled" ? new Date("2026-01-01T00:00:00Z") : null,
    ...overrides,
  } satisfies Prisma.AppointmentCreateManyInput;
}

/** An appointment; its association, the doctor of that, and its patient unless they are named. */
export async function createAppointment(
  db: Db,
  overrides: AppointmentOverrides = {},
): Promise<Appointment> {
  const patientId = overrides.patientId ?? (await createPatient(db)).id;
  const named = overrides.doctorClinicId;
  const association = named
    ? await db.doctorClinic.findUniqueOrThrow({ where: { id: named } })
    : await createAssociation(db, overrides.doctorId ? { doctorId: overrides.doctorId } : {});
  return db.appointment.create({
    data: appointmentRow({
      doctorClinicId: association.id,
      doctorId: association.doctorId,
      ...overrides,
      patientId,
    }),
  });
}
