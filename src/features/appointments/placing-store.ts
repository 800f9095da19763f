import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import {
  type AppointmentId,
  type AssociationId,
  appointmentIdSchema,
  type DoctorId,
  type PatientId,
  patientIdSchema,
} from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import { intervalOf } from "@/lib/time/interval";
import type { Tx } from "@/server/db";
import type { Buffers, Neighbour, Placed } from "./placing";

/** Where a visit is to stand. */
export type Place = { startsAt: Instant; endsAt: Instant };

const neighbourRow = z.object({
  id: appointmentIdSchema,
  startsAt: z.date(),
  endsAt: z.date(),
  beforeMinutes: z.int(),
  afterMinutes: z.int(),
});

/**
 * The doctor's appointments that a visit with these buffers would touch, theirs included, kept as
 * they are until the transaction ends; in the order of their ids.
 * @param except the visit itself, where it is one that moves.
 */
export async function lockNeighbours(
  tx: Tx,
  doctorId: DoctorId,
  { startsAt, endsAt }: Place,
  { beforeMinutes, afterMinutes }: Buffers,
  except?: AppointmentId,
): Promise<Neighbour<AppointmentId>[]> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT id, starts_at AS "startsAt", ends_at AS "endsAt",
      buffer_before_minutes AS "beforeMinutes", buffer_after_minutes AS "afterMinutes"
    FROM appointments
    WHERE doctor_id = ${doctorId}::uuid AND status NOT IN ('cancelled', 'no_show')
      AND occupied_range(starts_at, ends_at, buffer_before_minutes, buffer_after_minutes)
        && occupied_range(${toDate(startsAt)}::timestamptz, ${toDate(endsAt)}::timestamptz,
          ${beforeMinutes}::int, ${afterMinutes}::int)
      AND id IS DISTINCT FROM ${except ?? null}::uuid
    ORDER BY id FOR NO KEY UPDATE`);
  return z
    .array(neighbourRow)
    .parse(rows)
    .map(({ startsAt: from, endsAt: to, ...row }) => ({ ...row, ...intervalOf(from, to) }));
}

/** Leaves the locked neighbours what is left of their buffers. */
export async function updateTrimmed(tx: Tx, { trimmed }: Placed): Promise<void> {
  for (const { id, beforeMinutes, afterMinutes } of trimmed)
    await tx.appointment.update({
      where: { id },
      data: { bufferBeforeMinutes: beforeMinutes, bufferAfterMinutes: afterMinutes },
    });
}

/**
 * Puts a locked appointment elsewhere in its doctor's name: a confirmation stays, since it is the
 * doctor's own; the delay is that of the new time.
 */
export async function updatePlace(
  tx: Tx,
  appointmentId: AppointmentId,
  { startsAt, endsAt, delayMinutes }: Place & { delayMinutes: number },
  { beforeMinutes, afterMinutes }: Buffers,
): Promise<void> {
  await tx.appointment.update({
    where: { id: appointmentId },
    data: {
      startsAt: toDate(startsAt),
      endsAt: toDate(endsAt),
      bufferBeforeMinutes: beforeMinutes,
      bufferAfterMinutes: afterMinutes,
      delayMinutes,
      calendarSequence: { increment: 1 },
    },
  });
}

/** The visit that a walk-in's key has already made with this doctor, if any. */
export async function findWalkIn(
  tx: Tx,
  doctorId: DoctorId,
  bookingKey: string,
): Promise<AppointmentId | null> {
  const row = await tx.appointment.findFirst({
    where: { doctorId, bookingKey, origin: "walk_in" },
    select: { id: true },
  });
  return row ? appointmentIdSchema.parse(row.id) : null;
}

/** Whether the doctor has had this patient before, or registered them. */
export async function isKnownPatient(
  tx: Tx,
  doctorId: DoctorId,
  patientId: PatientId,
): Promise<boolean> {
  const found = await tx.patient.count({
    where: {
      id: patientId,
      OR: [{ registeredBy: doctorId }, { appointments: { some: { doctorId } } }],
    },
  });
  return found > 0;
}

/** Registers someone without an account, known by name to this doctor only. */
export async function insertWalkInPatient(
  tx: Tx,
  doctorId: DoctorId,
  { name, phone }: { name: string; phone: string },
): Promise<PatientId> {
  const { id } = await tx.patient.create({
    data: { walkInName: name, walkInPhone: phone || null, registeredBy: doctorId },
    select: { id: true },
  });
  return patientIdSchema.parse(id);
}

export type NewWalkIn = Place & {
  patientId: PatientId;
  doctorId: DoctorId;
  associationId: AssociationId;
  bookingKey: string;
  durationMinutes: number;
  fee: number | null;
  reason: string;
};

/** Writes the visit of someone who is there already; the constraints refuse a time that is taken. */
export async function insertWalkIn(tx: Tx, visit: NewWalkIn): Promise<AppointmentId> {
  const { startsAt, endsAt, associationId, fee, reason, ...rest } = visit;
  const { id } = await tx.appointment.create({
    data: {
      ...rest,
      doctorClinicId: associationId,
      startsAt: toDate(startsAt),
      endsAt: toDate(endsAt),
      // The database replaces it by the zone of the clinic.
      timezone: "UTC",
      consultationFee: fee,
      symptoms: reason || null,
      status: "arrived",
      origin: "walk_in",
    },
    select: { id: true },
  });
  return appointmentIdSchema.parse(id);
}
