import { z } from "zod";
import type { Association } from "@/features/schedules/store";
import { Prisma } from "@/generated/prisma/client";
import {
  type AppointmentId,
  type AssociationId,
  appointmentIdSchema,
  associationIdSchema,
  type DoctorId,
  doctorIdSchema,
  patientIdSchema,
  type UserId,
} from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import type { Tx } from "@/server/db";
import { type AppointmentStatus, appointmentStatuses } from "./rules";
import { sessionAt } from "./session";

const instant = z.date().transform(fromDate);

const lockedVisit = z.object({
  id: appointmentIdSchema,
  revision: z.int(),
  status: z.enum(appointmentStatuses),
  startsAt: instant,
  endsAt: instant,
  timezone: z.string(),
  durationMinutes: z.int(),
  notes: z.string(),
  prescription: z.string(),
  patientId: patientIdSchema,
  /** Null for someone without an account, who can't be written to here. */
  patientUserId: z
    .guid()
    .transform((id) => id as UserId)
    .nullable(),
  associationId: associationIdSchema.nullable(),
  clinicName: z.string().nullable(),
  cancellationNoticeMinutes: z.int(),
  isReviewed: z.boolean(),
});

/** An appointment that its doctor is about to change. */
export type LockedVisit = z.infer<typeof lockedVisit>;

/**
 * The doctor's own appointment, kept as it is until the transaction ends. It is locked before any
 * association, always. Null for an unknown one and for another doctor's.
 */
export async function lockVisit(
  tx: Tx,
  doctorId: DoctorId,
  appointmentId: AppointmentId,
): Promise<LockedVisit | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.id, a.revision, a.status, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.timezone,
      a.duration_minutes AS "durationMinutes", coalesce(a.notes, '') AS notes,
      coalesce(a.prescription, '') AS prescription, a.patient_id AS "patientId",
      p.user_id AS "patientUserId", a.doctor_clinic_id AS "associationId", c.name AS "clinicName",
      coalesce(dc.cancellation_notice_minutes, 120) AS "cancellationNoticeMinutes",
      EXISTS (SELECT 1 FROM reviews r WHERE r.appointment_id = a.id) AS "isReviewed"
    FROM appointments a
    JOIN patients p ON p.id = a.patient_id
    LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
    LEFT JOIN clinics c ON c.id = dc.clinic_id
    WHERE a.id = ${appointmentId}::uuid AND a.doctor_id = ${doctorId}::uuid
    FOR NO KEY UPDATE OF a`);
  return rows[0] ? lockedVisit.parse(rows[0]) : null;
}

/**
 * Keeps the association until the transaction ends. Every step counts in it, so it is locked before
 * the step is written: whoever books the same time holds it, and would wait for us.
 */
export async function lockAssociationOf(tx: Tx, { associationId }: LockedVisit): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM doctor_clinics WHERE id = ${associationId}::uuid FOR NO KEY UPDATE`;
}

/** The name in which messages about a doctor's appointments are written. */
export async function findDoctorName(tx: Tx, doctorId: DoctorId): Promise<string> {
  const { user } = await tx.doctor.findUniqueOrThrow({
    where: { id: doctorId },
    select: { user: { select: { fullName: true } } },
  });
  return user.fullName ?? "";
}

const partiesRow = z.object({
  doctorId: doctorIdSchema,
  doctorUserId: z.guid().transform((id) => id as UserId),
  doctorName: z.string(),
  patientName: z.string().nullable(),
});

/** Whose an appointment is; null for an unknown one and for one whose doctor is gone. */
export async function findVisitParties(
  tx: Tx,
  appointmentId: AppointmentId,
): Promise<z.infer<typeof partiesRow> | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT d.id AS "doctorId", d.user_id AS "doctorUserId",
      coalesce(du.full_name, '') AS "doctorName",
      coalesce(pu.full_name, p.walk_in_name) AS "patientName"
    FROM appointments a
    JOIN doctors d ON d.id = a.doctor_id JOIN users du ON du.id = d.user_id
    JOIN patients p ON p.id = a.patient_id LEFT JOIN users pu ON pu.id = p.user_id
    WHERE a.id = ${appointmentId}::uuid`);
  return rows[0] ? partiesRow.parse(rows[0]) : null;
}

/** The last step of an appointment: from where to where, and by whom. */
export async function findLastStep(
  tx: Tx,
  appointmentId: AppointmentId,
): Promise<{ from: AppointmentStatus | null; to: AppointmentStatus; by: string | null } | null> {
  const row = await tx.appointmentStep.findFirst({
    where: { appointmentId },
    orderBy: { id: "desc" },
    select: { fromStatus: true, toStatus: true, byUserId: true },
  });
  return (
    row && {
      from: row.fromStatus as AppointmentStatus | null,
      to: row.toStatus as AppointmentStatus,
      by: row.byUserId,
    }
  );
}

/** Writes a step that is not a cancellation. */
export async function updateStatus(
  tx: Tx,
  appointmentId: AppointmentId,
  status: Exclude<AppointmentStatus, "cancelled">,
): Promise<void> {
  await tx.appointment.update({ where: { id: appointmentId }, data: { status } });
}

export async function updateWords(
  tx: Tx,
  appointmentId: AppointmentId,
  { notes, prescription }: { notes: string; prescription: string },
): Promise<void> {
  await tx.appointment.update({
    where: { id: appointmentId },
    data: { notes: notes || null, prescription: prescription || null },
  });
}

const delayedRow = z.object({
  appointmentId: appointmentIdSchema,
  startsAt: instant,
  timezone: z.string(),
  clinicName: z.string().nullable(),
  patientUserId: z
    .guid()
    .transform((id) => id as UserId)
    .nullable(),
});

/** Of `appointments a`: those of an association who wait for their turn in or next to a session. */
const isWaiting = (associationId: AssociationId, session: Interval, now: Instant) => Prisma.sql`
  a.doctor_clinic_id = ${associationId}::uuid
  AND a.status IN ('scheduled', 'confirmed', 'arrived')
  AND a.starts_at <= ${new Date(session.endMs)} AND a.ends_at >= ${new Date(session.startMs)}
  AND a.ends_at + make_interval(mins => a.delay_minutes) > ${toDate(now)}`;

/**
 * How late the session is that is said to be: what those who wait in it were told. 0 where a visit
 * at this start is not of it.
 */
export async function findDelayAt(
  tx: Tx,
  { id, facts }: Pick<Association, "id" | "facts">,
  startsAt: Instant,
  now: Instant,
): Promise<number> {
  const session = sessionAt(facts, now);
  const ms = startsAt.epochMilliseconds;
  if (ms < session.startMs || ms > session.endMs) return 0;
  const [row] = await tx.$queryRaw<{ minutes: number }[]>(Prisma.sql`
    SELECT coalesce(max(a.delay_minutes), 0)::int AS minutes FROM appointments a
    WHERE ${isWaiting(id, session, now)}`);
  return row?.minutes ?? 0;
}

/**
 * Sets how late an association runs in a session, for all who still wait for their turn there, and
 * names those for whom that is news. Locks them in the order of their ids.
 */
export async function updateDelay(
  tx: Tx,
  { associationId, session }: { associationId: AssociationId; session: Interval },
  minutes: number,
  now: Instant,
): Promise<z.infer<typeof delayedRow>[]> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    WITH waiting AS (
      SELECT a.id FROM appointments a
      WHERE ${isWaiting(associationId, session, now)} AND a.delay_minutes <> ${minutes}
      ORDER BY a.id FOR NO KEY UPDATE),
    late AS (
      UPDATE appointments a SET delay_minutes = ${minutes} FROM waiting w WHERE a.id = w.id
      RETURNING a.id, a.starts_at, a.timezone, a.patient_id, a.doctor_clinic_id)
    SELECT late.id AS "appointmentId", late.starts_at AS "startsAt", late.timezone,
      c.name AS "clinicName", p.user_id AS "patientUserId"
    FROM late JOIN patients p ON p.id = late.patient_id
    JOIN doctor_clinics dc ON dc.id = late.doctor_clinic_id JOIN clinics c ON c.id = dc.clinic_id
    ORDER BY late.starts_at`);
  return z.array(delayedRow).parse(rows);
}

/** Deletes a blocked stretch of this doctor's time. False for an unknown one and another's. */
export async function deleteBlock(tx: Tx, doctorId: DoctorId, blockId: string): Promise<boolean> {
  const { count } = await tx.blockedTime.deleteMany({ where: { id: blockId, doctorId } });
  return count > 0;
}
