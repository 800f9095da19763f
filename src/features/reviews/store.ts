import { z } from "zod";
import { appointmentStatuses } from "@/features/appointments/rules";
import { Prisma } from "@/generated/prisma/client";
import type { AppointmentId, DoctorId, PatientId, UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";

const instant = z.date().transform(fromDate);

const visitRow = z.object({
  status: z.enum(appointmentStatuses),
  startsAt: instant,
  timezone: z.string(),
  doctorName: z.string().nullable(),
  clinicName: z.string().nullable(),
  review: z
    .object({
      id: z.guid(),
      rating: z.int(),
      comment: z.string().nullable(),
      reply: z.string().nullable(),
      isHidden: z.boolean(),
    })
    .nullable(),
});

/** A visit as its patient judges it, with the review they have written. */
export type ReviewedVisit = z.infer<typeof visitRow>;

/** One of the patient's own visits; null for an unknown one and for another's. */
export async function findOwnVisit(
  db: Db,
  patientId: PatientId,
  appointmentId: AppointmentId,
): Promise<ReviewedVisit | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT a.status, a.starts_at AS "startsAt", a.timezone, u.full_name AS "doctorName",
      c.name AS "clinicName",
      CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'rating', r.rating,
        'comment', r.comment, 'reply', r.reply, 'isHidden', r.hidden_at IS NOT NULL) END AS review
    FROM appointments a
    LEFT JOIN doctors d ON d.id = a.doctor_id
    LEFT JOIN users u ON u.id = d.user_id
    LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
    LEFT JOIN clinics c ON c.id = dc.clinic_id
    LEFT JOIN reviews r ON r.appointment_id = a.id
    WHERE a.id = ${appointmentId}::uuid AND a.patient_id = ${patientId}::uuid`);
  return rows[0] ? visitRow.parse(rows[0]) : null;
}

export type NewReview = { appointmentId: AppointmentId; rating: number; comment: string };

/** Writes the one review of a visit; null where there is one. The database adds it to the ratings. */
export async function insertReview(
  tx: Tx,
  { appointmentId, rating, comment }: NewReview,
  now: Instant,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO reviews (appointment_id, rating, comment, created_at)
    VALUES (${appointmentId}::uuid, ${rating}, ${comment || null}, ${toDate(now)})
    ON CONFLICT (appointment_id) DO NOTHING
    RETURNING id`);
  return rows[0]?.id ?? null;
}

const answerableRow = z.object({
  reply: z.string().nullable(),
  appointmentId: z.guid(),
  patientUserId: z
    .guid()
    .transform((id) => id as UserId)
    .nullable(),
  clinicName: z.string().nullable(),
});

/** A public review of this doctor, kept as it is until the transaction ends; null for any other. */
export async function lockAnswerable(
  tx: Tx,
  doctorId: DoctorId,
  reviewId: string,
): Promise<z.infer<typeof answerableRow> | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT r.reply, r.appointment_id AS "appointmentId", p.user_id AS "patientUserId",
      c.name AS "clinicName"
    FROM reviews r
    JOIN appointments a ON a.id = r.appointment_id
    JOIN patients p ON p.id = a.patient_id
    LEFT JOIN doctor_clinics dc ON dc.id = r.doctor_clinic_id
    LEFT JOIN clinics c ON c.id = dc.clinic_id
    WHERE r.id = ${reviewId}::uuid AND r.doctor_id = ${doctorId}::uuid AND r.hidden_at IS NULL
    FOR NO KEY UPDATE OF r`);
  return rows[0] ? answerableRow.parse(rows[0]) : null;
}

export async function updateReply(
  tx: Tx,
  reviewId: string,
  reply: string,
  now: Instant,
): Promise<void> {
  await tx.review.update({ where: { id: reviewId }, data: { reply, repliedAt: toDate(now) } });
}

export type Hiding = { isHidden: boolean; by: UserId | null; reason: string | null };

/** Whether a review is hidden, which stays so until the transaction ends; null where there is none. */
export async function lockHidden(tx: Tx, reviewId: string): Promise<Hiding | null> {
  const rows = await tx.$queryRaw<Hiding[]>(Prisma.sql`
    SELECT hidden_at IS NOT NULL AS "isHidden", hidden_by AS by, hidden_reason AS reason FROM reviews
    WHERE id = ${reviewId}::uuid FOR NO KEY UPDATE`);
  return rows[0] ?? null;
}

/** Hides a review, or shows it again with null. The database takes it out of the ratings, or back in. */
export async function updateHidden(
  tx: Tx,
  reviewId: string,
  hidden: { by: UserId; at: Instant; reason: string } | null,
): Promise<void> {
  await tx.review.update({
    where: { id: reviewId },
    data: hidden
      ? { hiddenAt: toDate(hidden.at), hiddenBy: hidden.by, hiddenReason: hidden.reason }
      : { hiddenAt: null, hiddenBy: null, hiddenReason: null },
  });
}
