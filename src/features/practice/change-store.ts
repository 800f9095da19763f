import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { AppointmentId, AssociationId, DoctorId, PatientId, UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import { type PlainDate, toDateColumn } from "@/lib/time/plain-date";
import type { Db, Tx } from "@/server/db";
import type { ScheduleChange } from "./schema";

const moment = z.date().transform((date) => date.getTime());

const visitRow = z.object({
  id: z.guid().transform((id) => id as AppointmentId),
  associationId: z
    .guid()
    .transform((id) => id as AssociationId)
    .nullable(),
  status: z.string(),
  startMs: moment,
  endMs: moment,
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  /** Its clinic date, in days since 1970. */
  day: z.int(),
  timezone: z.string(),
  clinicName: z.string().nullable(),
  patientId: z.guid().transform((id) => id as PatientId),
  patientName: z.string().nullable(),
});

/** What occupies a doctor, with whom and where. Without a word of health. */
export type OwnVisit = z.infer<typeof visitRow>;

/** Everything that occupies the doctor from a day before `now` on, at any clinic, by start. */
export async function listOwnVisits(db: Db, doctorId: DoctorId, now: Instant): Promise<OwnVisit[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.id, a.doctor_clinic_id AS "associationId", a.status, a.starts_at AS "startMs",
      a.ends_at AS "endMs", a.buffer_before_minutes AS "bufferBeforeMinutes",
      a.buffer_after_minutes AS "bufferAfterMinutes", a.appointment_date - DATE '1970-01-01' AS day,
      a.timezone, c.name AS "clinicName", a.patient_id AS "patientId",
      coalesce(u.full_name, p.walk_in_name) AS "patientName"
    FROM appointments a
    JOIN patients p ON p.id = a.patient_id
    LEFT JOIN users u ON u.id = p.user_id
    LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
    LEFT JOIN clinics c ON c.id = dc.clinic_id
    WHERE a.doctor_id = ${doctorId}::uuid AND a.status NOT IN ('cancelled', 'no_show')
      AND a.starts_at > ${toDate(now)}::timestamptz - interval '24 hours'
    ORDER BY a.starts_at, a.id`);
  return z.array(visitRow).parse(rows);
}

const patientRow = z.object({
  id: z.guid(),
  patientId: z.guid().transform((id) => id as PatientId),
  startMs: moment,
  endMs: moment,
});

/** What occupies these patients from `now` on, with any doctor. */
export async function listBusyOfPatients(
  db: Db,
  patientIds: readonly PatientId[],
  now: Instant,
): Promise<z.infer<typeof patientRow>[]> {
  if (patientIds.length === 0) return [];
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT id, patient_id AS "patientId", starts_at AS "startMs", ends_at AS "endMs"
    FROM appointments
    WHERE patient_id = ANY(${patientIds}::uuid[]) AND status NOT IN ('cancelled', 'no_show')
      AND ends_at > ${toDate(now)}`);
  return z.array(patientRow).parse(rows);
}

/**
 * Keeps these appointments of the doctor's as they are until the transaction ends, in the order of
 * their ids. Before the associations, as patients do who move or cancel.
 */
export async function lockOwnVisits(
  tx: Tx,
  doctorId: DoctorId,
  appointmentIds: readonly AppointmentId[],
): Promise<void> {
  if (appointmentIds.length === 0) return;
  await tx.$queryRaw(Prisma.sql`
    SELECT id FROM appointments
    WHERE doctor_id = ${doctorId}::uuid AND id = ANY(${appointmentIds}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`);
}

const proposalRow = z.object({
  id: z.guid(),
  associationId: z.guid().transform((id) => id as AssociationId),
  startsAt: z.date().transform(fromDate),
  appointmentId: z.guid(),
  standsAt: z.date().transform(fromDate),
  patientUserId: z
    .guid()
    .transform((id) => id as UserId)
    .nullable(),
});

/** A time that the doctor has proposed for an appointment that stands at another. */
export type OpenProposal = z.infer<typeof proposalRow>;

/** The times that a doctor has proposed and nobody has answered yet. */
export async function listOpenProposals(db: Db, doctorId: DoctorId): Promise<OpenProposal[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT p.id, a.doctor_clinic_id AS "associationId", p.starts_at AS "startsAt",
      a.id AS "appointmentId", a.starts_at AS "standsAt", patient.user_id AS "patientUserId"
    FROM appointment_proposals p JOIN appointments a ON a.id = p.appointment_id
    JOIN patients patient ON patient.id = a.patient_id
    WHERE a.doctor_id = ${doctorId}::uuid AND a.doctor_clinic_id IS NOT NULL AND p.status = 'open'`);
  return z.array(proposalRow).parse(rows);
}

/** Takes back proposals, unless they were answered meanwhile. */
export async function withdrawProposals(tx: Tx, ids: readonly string[], now: Instant) {
  await tx.appointmentProposal.updateMany({
    where: { id: { in: [...ids] }, status: "open" },
    data: { status: "withdrawn", answeredAt: toDate(now) },
  });
}

const standingRow = z.object({
  revision: z.int(),
  status: z.enum(["active", "on_leave", "ended"]),
  endDate: z.string().nullable(),
  hours: z.unknown(),
  durationMinutes: z.int().nullable(),
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  noticeMinutes: z.int(),
  horizonDays: z.int(),
  cancellationNoticeMinutes: z.int(),
  maxPerDay: z.int().nullable(),
});

/** What a change of hours or status writes, as it stands. */
export type StoredHours = z.infer<typeof standingRow>;

/** Of one of the doctor's own associations; null for any other. */
export async function findStoredHours(
  db: Db,
  doctorId: DoctorId,
  associationId: AssociationId,
): Promise<StoredHours | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT revision, coalesce(status, 'active') AS status, end_date::text AS "endDate",
      coalesce(available_time_slots, '{}') AS hours,
      consultation_duration_minutes AS "durationMinutes",
      buffer_before_minutes AS "bufferBeforeMinutes", buffer_after_minutes AS "bufferAfterMinutes",
      booking_notice_minutes AS "noticeMinutes", booking_horizon_days AS "horizonDays",
      cancellation_notice_minutes AS "cancellationNoticeMinutes",
      max_appointments_a_day AS "maxPerDay"
    FROM doctor_clinics WHERE id = ${associationId}::uuid AND doctor_id = ${doctorId}::uuid`);
  return rows[0] ? standingRow.parse(rows[0]) : null;
}

export async function updateHours(
  tx: Tx,
  change: Extract<ScheduleChange, { kind: "hours" }>,
): Promise<void> {
  await tx.doctorClinic.update({
    where: { id: change.associationId },
    data: {
      availableTimeSlots: change.hours,
      consultationDurationMinutes: change.durationMinutes,
      bufferBeforeMinutes: change.bufferBeforeMinutes,
      bufferAfterMinutes: change.bufferAfterMinutes,
      bookingNoticeMinutes: change.noticeMinutes,
      bookingHorizonDays: change.horizonDays,
      cancellationNoticeMinutes: change.cancellationNoticeMinutes,
      maxAppointmentsADay: change.maxPerDay,
    },
  });
}

export async function updateStatus(
  tx: Tx,
  associationId: AssociationId,
  { status, endDate }: { status: StoredHours["status"]; endDate: PlainDate | null },
): Promise<void> {
  await tx.doctorClinic.update({
    where: { id: associationId },
    data: { status, endDate: endDate && toDateColumn(endDate) },
  });
}

/** Time that a visit takes from its doctor, with its buffers. */
export function occupied({ startMs, endMs, ...visit }: OwnVisit): Interval {
  return {
    startMs: startMs - visit.bufferBeforeMinutes * 60_000,
    endMs: endMs + visit.bufferAfterMinutes * 60_000,
  };
}
