import { z } from "zod";
import { type Appointment, Prisma } from "@/generated/prisma/client";
import type { AppointmentId, AssociationId, DoctorId, PatientId, UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import { type Interval, intervalOf, type TimeRange } from "@/lib/time/interval";
import type { Db, Tx } from "@/server/db";
import { appointmentStatuses } from "./rules";

/** Statuses that occupy nobody's time; the exclusion constraints say the same. */
const freeing = Prisma.sql`('cancelled', 'no_show')`;

/** How long a visit lasts, and what of the doctor's time is kept free around it. */
export type Lengths = {
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
};

type NewTime = Lengths & {
  startsAt: Instant;
  endsAt: Instant;
  /** What others who wait in the same session were told. */
  delayMinutes: number;
};

export type NewAppointment = NewTime & {
  patientId: PatientId;
  doctorId: DoctorId;
  associationId: AssociationId;
  bookingKey: string;
  /** In the clinic's currency. */
  fee: number | null;
  symptoms: string;
  sharesHealth: boolean;
};

/**
 * Writes a booking unless it collides with another of the doctor, of the patient, or with its own
 * key: then nothing is written and the answer is null. Waits for a colliding booking in flight.
 */
export async function insertUnlessTaken(
  tx: Tx,
  booking: NewAppointment,
): Promise<AppointmentId | null> {
  const rows = await tx.$queryRaw<{ id: AppointmentId }[]>(Prisma.sql`
    INSERT INTO appointments (patient_id, doctor_id, doctor_clinic_id, booking_key,
      starts_at, ends_at, timezone, duration_minutes, buffer_before_minutes,
      buffer_after_minutes, consultation_fee, symptoms, shares_health, delay_minutes)
    VALUES (${booking.patientId}::uuid, ${booking.doctorId}::uuid, ${booking.associationId}::uuid,
      ${booking.bookingKey}::uuid, ${toDate(booking.startsAt)}, ${toDate(booking.endsAt)}, 'UTC',
      ${booking.durationMinutes}, ${booking.bufferBeforeMinutes}, ${booking.bufferAfterMinutes},
      ${booking.fee}, ${booking.symptoms}, ${booking.sharesHealth},
      ${booking.delayMinutes})
    ON CONFLICT DO NOTHING
    RETURNING id`);
  return rows[0]?.id ?? null;
}

/** The booking that a key has already made, if any. */
export function findByBookingKey(
  db: Db,
  patientId: PatientId,
  bookingKey: string,
): Promise<Pick<Appointment, "id" | "doctorClinicId" | "startsAt" | "status" | "symptoms"> | null> {
  return db.appointment.findUnique({
    where: { patientId_bookingKey: { patientId, bookingKey } },
    select: { id: true, doctorClinicId: true, startsAt: true, status: true, symptoms: true },
  });
}

const busyRow = z.object({ starts_at: z.date(), ends_at: z.date() });

/**
 * What occupies the patient in the range, with any doctor.
 * @param except an appointment that is to move, and so does not stand in its own way.
 */
export async function listPatientBusy(
  db: Db,
  patientId: PatientId,
  { from, to }: TimeRange,
  except?: AppointmentId,
): Promise<Interval[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT starts_at, ends_at FROM appointments
    WHERE patient_id = ${patientId}::uuid AND status NOT IN ${freeing}
      AND tstzrange(starts_at, ends_at) && tstzrange(${toDate(from)}, ${toDate(to)})
      AND id IS DISTINCT FROM ${except ?? null}::uuid`);
  return z
    .array(busyRow)
    .parse(rows)
    .map((row) => intervalOf(row.starts_at, row.ends_at));
}

/**
 * Whether the doctor has asked to move it to a time that is still ahead, and waits for an answer; of
 * `appointments a`.
 */
export const hasOpenProposal = (now: Instant) => Prisma.sql`EXISTS (
  SELECT 1 FROM appointment_proposals proposal
  WHERE proposal.appointment_id = a.id AND proposal.status = 'open'
    AND proposal.starts_at > ${toDate(now)})`;

/** A doctor who proposes another time waives the notice: of `appointments a` and `doctor_clinics dc`. */
export const noticeMinutes = (now: Instant) => Prisma.sql`CASE WHEN ${hasOpenProposal(now)} THEN 0
  ELSE coalesce(dc.cancellation_notice_minutes, 120) END`;

const lockedRow = z.object({
  id: z.guid().transform((id) => id as AppointmentId),
  status: z.enum(appointmentStatuses),
  startsAt: z.date().transform(fromDate),
  timezone: z.string(),
  calendarSequence: z.int(),
  associationId: z
    .uuid()
    .transform((id) => id as AssociationId)
    .nullable(),
  cancellationNoticeMinutes: z.int(),
});

/**
 * The patient's own appointment, kept as it is until the transaction ends, so that two changes of it
 * follow one another. It is locked before its association, always. Null for an unknown one and for
 * another's.
 */
export async function lockOwnAppointment(
  tx: Tx,
  patientId: PatientId,
  appointmentId: AppointmentId,
  now: Instant,
): Promise<z.infer<typeof lockedRow> | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.id, a.status, a.starts_at AS "startsAt", a.timezone,
      a.calendar_sequence AS "calendarSequence",
      a.doctor_clinic_id AS "associationId",
      ${noticeMinutes(now)} AS "cancellationNoticeMinutes"
    FROM appointments a LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
    WHERE a.id = ${appointmentId}::uuid AND a.patient_id = ${patientId}::uuid
    FOR NO KEY UPDATE OF a`);
  return rows[0] ? lockedRow.parse(rows[0]) : null;
}

/**
 * Moves a locked appointment; its calendar entry keeps its identity and rises in sequence. What delay
 * was said of the old time is replaced by that of the new one.
 */
export async function updateTime(
  tx: Tx,
  appointmentId: AppointmentId,
  { startsAt, endsAt, ...rest }: NewTime,
): Promise<void> {
  await tx.appointment.update({
    where: { id: appointmentId },
    // A confirmation was for the old time.
    data: {
      startsAt: toDate(startsAt),
      endsAt: toDate(endsAt),
      ...rest,
      status: "scheduled",
      calendarSequence: { increment: 1 },
    },
  });
}

/** Cancels a locked appointment; its calendar entry rises in sequence, so that calendars drop it. */
export async function updateCancelled(
  tx: Tx,
  appointmentId: AppointmentId,
  by: { userId: UserId; reason: string; at: Instant },
): Promise<void> {
  await tx.appointment.update({
    where: { id: appointmentId },
    data: {
      status: "cancelled",
      cancelledAt: toDate(by.at),
      cancelledBy: by.userId,
      cancellationReason: by.reason,
      calendarSequence: { increment: 1 },
    },
  });
}

/** Opens the patient's health facts to the doctor of a locked appointment, or closes them. False if so already. */
export async function updateSharing(
  tx: Tx,
  appointmentId: AppointmentId,
  sharesHealth: boolean,
): Promise<boolean> {
  const { count } = await tx.appointment.updateMany({
    where: { id: appointmentId, sharesHealth: !sharesHealth },
    data: { sharesHealth },
  });
  return count > 0;
}
