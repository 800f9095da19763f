import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { AssociationId, DoctorId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import type { DetailsAnswers, JoinAnswers } from "./association-schema";

const row = z.object({
  id: z.guid().transform((id) => id as AssociationId),
  revision: z.int(),
  clinic: z.object({
    id: z.guid(),
    slug: z.string(),
    name: z.string(),
    address: z.string().nullable(),
    city: z.string().nullable(),
    timezone: z.string(),
    currency: z.string(),
    status: z.string(),
  }),
  status: z.enum(["active", "on_leave", "ended"]),
  isPrimary: z.boolean(),
  isBookingEnabled: z.boolean(),
  /** Null where the doctor's usual fee holds. */
  fee: z.number().nullable(),
  usualFee: z.number().nullable(),
  department: z.string(),
  designation: z.string(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  hours: z.record(z.string(), z.array(z.string())),
  durationMinutes: z.int(),
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  noticeMinutes: z.int(),
  horizonDays: z.int(),
  cancellationNoticeMinutes: z.int(),
  maxPerDay: z.int().nullable(),
  /** Standing appointments from now on, and the first of them (ISO). */
  upcoming: z.int(),
  nextStartsAt: z.string().nullable(),
  lastUpcomingDate: z.string().nullable(),
  firstUpcomingDate: z.string().nullable(),
  completed: z.int(),
});

/** One of the doctor's own associations, with everything they may change about it. */
export type OwnAssociation = z.infer<typeof row>;

/** Whether the last day of `dc` at clinic `c` has passed there; until it is tidied up it may still say active. */
export const isOver = (now: Instant) =>
  Prisma.sql`dc.end_date < (${toDate(now)}::timestamptz AT TIME ZONE c.timezone)::date`;

/** All of a doctor's associations, or one: current ones first, then the primary one, then by name. */
export async function listOwnAssociations(
  db: Db,
  doctorId: DoctorId,
  now: Instant,
  associationId?: AssociationId,
): Promise<OwnAssociation[]> {
  const rows = await db.$queryRaw<{ association: unknown }[]>(Prisma.sql`
    SELECT json_build_object(
      'id', dc.id, 'revision', dc.revision,
      'clinic', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'address', c.address,
        'city', c.city, 'timezone', c.timezone, 'currency', c.currency,
        'status', coalesce(c.status, 'active')),
      'status', CASE WHEN ${isOver(now)} THEN 'ended' ELSE coalesce(dc.status, 'active') END,
      'isPrimary', dc.is_primary IS TRUE,
      'isBookingEnabled', dc.appointment_booking_enabled IS NOT FALSE,
      'fee', dc.consultation_fee, 'usualFee', d.consultation_fee,
      'department', coalesce(dc.department, ''), 'designation', coalesce(dc.designation, ''),
      'startDate', dc.start_date, 'endDate', dc.end_date,
      'hours', coalesce(dc.available_time_slots, '{}'),
      'durationMinutes',
        coalesce(dc.consultation_duration_minutes, d.consultation_duration_minutes, 30),
      'bufferBeforeMinutes', dc.buffer_before_minutes,
      'bufferAfterMinutes', dc.buffer_after_minutes,
      'noticeMinutes', dc.booking_notice_minutes, 'horizonDays', dc.booking_horizon_days,
      'cancellationNoticeMinutes', dc.cancellation_notice_minutes,
      'maxPerDay', dc.max_appointments_a_day,
      'upcoming', ahead.count, 'nextStartsAt', ahead.next,
      'firstUpcomingDate', ahead.first_date, 'lastUpcomingDate', ahead.last_date,
      'completed', coalesce(dc.completed_appointments, 0)) AS association
    FROM doctor_clinics dc
    JOIN clinics c ON c.id = dc.clinic_id
    JOIN doctors d ON d.id = dc.doctor_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, min(starts_at) AS next, min(appointment_date) AS first_date,
        max(appointment_date) AS last_date
      FROM appointments a
      WHERE a.doctor_clinic_id = dc.id AND a.starts_at >= ${toDate(now)}
        AND a.status NOT IN ('cancelled', 'no_show', 'completed')) ahead
    WHERE dc.doctor_id = ${doctorId}::uuid
      ${associationId ? Prisma.sql`AND dc.id = ${associationId}::uuid` : Prisma.empty}
    ORDER BY ${isOver(now)} IS TRUE OR dc.status IS NOT DISTINCT FROM 'ended', dc.is_primary IS TRUE DESC, c.name, dc.id`);
  return rows.map(({ association }) => row.parse(association));
}

export type UsualTerms = { usualFee: number | null; usualDuration: number; isFirst: boolean };

/** What a doctor begins with at another clinic; `isFirst` where there is none that goes on. */
export async function readUsualTerms(db: Db, doctorId: DoctorId): Promise<UsualTerms> {
  const doctor = await db.doctor.findUniqueOrThrow({
    where: { id: doctorId },
    select: {
      consultationFee: true,
      consultationDurationMinutes: true,
      _count: { select: { doctorClinics: { where: { status: { not: "ended" } } } } },
    },
  });
  return {
    usualFee: doctor.consultationFee?.toNumber() ?? null,
    usualDuration: doctor.consultationDurationMinutes ?? 30,
    isFirst: doctor._count.doctorClinics === 0,
  };
}

/** Keeps the doctor's own row as it is: two who join at once follow one another. */
export async function lockDoctor(tx: Tx, doctorId: DoctorId): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM doctors WHERE id = ${doctorId}::uuid FOR NO KEY UPDATE`;
}

/** Of several only one is primary, whatever their status. */
export async function clearPrimary(
  tx: Tx,
  doctorId: DoctorId,
  except?: AssociationId,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE doctor_clinics SET is_primary = FALSE
    WHERE doctor_id = ${doctorId}::uuid AND is_primary AND id IS DISTINCT FROM ${except ?? null}::uuid`;
}

/** Says of an association whose last day has passed that it has ended, so that another may begin. */
export async function endPassed(
  tx: Tx,
  { doctorId, now }: { doctorId: DoctorId; now: Instant },
  clinicId: string,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE doctor_clinics dc SET status = 'ended' FROM clinics c
    WHERE c.id = dc.clinic_id AND c.id = ${clinicId}::uuid AND dc.doctor_id = ${doctorId}::uuid
      AND dc.status <> 'ended' AND ${isOver(now)}`);
}

/** Violates idx_doctor_clinics_one_current where the doctor is at that clinic already. */
export async function insertAssociation(
  tx: Tx,
  doctorId: DoctorId,
  clinicId: string,
  answers: JoinAnswers,
): Promise<AssociationId> {
  const { startDate, endDate, durationMinutes } = answers;
  const { id } = await tx.doctorClinic.create({
    data: {
      doctorId,
      clinicId,
      ...columnsOf(answers),
      consultationDurationMinutes: durationMinutes,
      startDate: dateOf(startDate),
      endDate: endDate === "" ? null : dateOf(endDate),
    },
    select: { id: true },
  });
  return id as AssociationId;
}

export async function updateDetails(
  tx: Tx,
  associationId: AssociationId,
  answers: DetailsAnswers,
): Promise<void> {
  await tx.doctorClinic.update({
    where: { id: associationId },
    data: {
      ...columnsOf(answers),
      appointmentBookingEnabled: answers.isBookingEnabled,
      startDate: dateOf(answers.startDate),
    },
  });
}

type Common = Pick<DetailsAnswers, "fee" | "department" | "designation" | "isPrimary">;

function columnsOf({ fee, department, designation, isPrimary }: Common) {
  return {
    consultationFee: fee,
    department: department || null,
    designation: designation || null,
    isPrimary,
  };
}

/** A DATE column, which Prisma wants as midnight UTC. */
function dateOf(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}
