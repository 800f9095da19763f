import { z } from "zod";
import { appointmentStatuses } from "@/features/appointments/rules";
import { Prisma } from "@/generated/prisma/client";
import type { AppointmentId, DoctorId, PatientId, UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import type { Distribution } from "./rules";
import { reviewPageSize } from "./schema";

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

/** Whether a review is hidden, which stays so until the transaction ends; null where there is none. */
export async function lockHidden(tx: Tx, reviewId: string): Promise<{ isHidden: boolean } | null> {
  const rows = await tx.$queryRaw<{ isHidden: boolean }[]>(Prisma.sql`
    SELECT hidden_at IS NOT NULL AS "isHidden" FROM reviews
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

const publicRow = z.object({
  id: z.guid(),
  rating: z.int(),
  comment: z.string().nullable(),
  writtenAt: instant,
  timezone: z.string(),
  clinicName: z.string().nullable(),
  reply: z.string().nullable(),
  repliedAt: instant.nullable(),
});

/** A review as anyone may read it: nothing says who wrote it. */
export type PublicReview = z.infer<typeof publicRow>;

const ownRow = publicRow.extend({ isHidden: z.boolean() });
export type OwnReview = z.infer<typeof ownRow>;

const moderatedRow = publicRow.extend({
  doctorName: z.string().nullable(),
  doctorSlug: z.string().nullable(),
  hiddenAt: instant.nullable(),
  hiddenBy: z.string().nullable(),
  hiddenReason: z.string().nullable(),
});
export type ModeratedReview = z.infer<typeof moderatedRow>;

type Page<Row> = { reviews: Row[]; next: string | null };

const columns = Prisma.sql`r.id, r.rating, r.comment, r.created_at AS "writtenAt", r.reply,
  r.replied_at AS "repliedAt", a.timezone, c.name AS "clinicName"`;
const tables = Prisma.sql`reviews r
  JOIN appointments a ON a.id = r.appointment_id
  LEFT JOIN doctor_clinics dc ON dc.id = r.doctor_clinic_id
  LEFT JOIN clinics c ON c.id = dc.clinic_id`;

/** A page of reviews, newest first, from the one that follows `after` on. */
async function pageOf<Row extends { id: string }>(
  db: Db,
  row: z.ZodType<Row>,
  query: { columns: Prisma.Sql; tables: Prisma.Sql; where: Prisma.Sql; after: string | undefined },
): Promise<Page<Row>> {
  const isAfter = query.after
    ? Prisma.sql`(r.created_at, r.id) <
        (SELECT created_at, id FROM reviews WHERE id = ${query.after}::uuid)`
    : Prisma.sql`true`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${query.columns} FROM ${query.tables} WHERE ${query.where} AND ${isAfter}
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${reviewPageSize + 1}`);
  const reviews = z.array(row).parse(rows.slice(0, reviewPageSize));
  return { reviews, next: rows.length > reviewPageSize ? (reviews.at(-1)?.id ?? null) : null };
}

/**
 * Public reviews with words in them, the patient's or the doctor's, of a doctor who may be listed at
 * `now`; none of any other. Stars alone are counted, and tell nothing one by one.
 */
export function listPublic(
  db: Db,
  { slug, after }: { slug: string; after?: string | undefined },
  now: Instant,
): Promise<Page<PublicReview>> {
  return pageOf(db, publicRow, {
    columns,
    tables: Prisma.sql`${tables} JOIN listed_doctors(${toDate(now)}::date) d ON d.id = r.doctor_id`,
    where: Prisma.sql`d.slug = ${slug} AND r.hidden_at IS NULL
      AND (r.comment IS NOT NULL OR r.reply IS NOT NULL)`,
    after,
  });
}

const distributionRow = z.object({ rating: z.int().min(1).max(5), count: z.int() });

/** How many public reviews of a listed doctor gave one to five stars. */
export async function countStars(db: Db, slug: string, now: Instant): Promise<Distribution> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT r.rating, count(*)::int AS count
    FROM reviews r JOIN listed_doctors(${toDate(now)}::date) d ON d.id = r.doctor_id
    WHERE d.slug = ${slug} AND r.hidden_at IS NULL GROUP BY r.rating`);
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const { rating, count } of z.array(distributionRow).parse(rows)) counts[rating - 1] = count;
  return counts;
}

/** What was written about a doctor, for that doctor; hidden ones are marked. */
export function listOwn(
  db: Db,
  doctorId: DoctorId,
  { show, after }: { show: "all" | "unanswered"; after?: string | undefined },
): Promise<Page<OwnReview>> {
  const isOpen = Prisma.sql`r.reply IS NULL AND r.hidden_at IS NULL`;
  return pageOf(db, ownRow, {
    columns: Prisma.sql`${columns}, r.hidden_at IS NOT NULL AS "isHidden"`,
    tables,
    where: Prisma.sql`r.doctor_id = ${doctorId}::uuid
      AND ${show === "unanswered" ? isOpen : Prisma.sql`true`}`,
    after,
  });
}

/** Everything that was written, for moderators; who wrote it is not theirs to know. */
export function listModerated(
  db: Db,
  filter: {
    show: "all" | "public" | "hidden";
    rating?: number | undefined;
    after?: string | undefined;
  },
): Promise<Page<ModeratedReview>> {
  const states = {
    all: Prisma.sql`true`,
    public: Prisma.sql`r.hidden_at IS NULL`,
    hidden: Prisma.sql`r.hidden_at IS NOT NULL`,
  };
  return pageOf(db, moderatedRow, {
    columns: Prisma.sql`${columns}, du.full_name AS "doctorName", d.slug AS "doctorSlug",
      r.hidden_at AS "hiddenAt", hu.full_name AS "hiddenBy", r.hidden_reason AS "hiddenReason"`,
    tables: Prisma.sql`${tables}
      LEFT JOIN doctors d ON d.id = r.doctor_id
      LEFT JOIN users du ON du.id = d.user_id
      LEFT JOIN users hu ON hu.id = r.hidden_by`,
    where: Prisma.sql`${states[filter.show]}
      AND ${filter.rating ? Prisma.sql`r.rating = ${filter.rating}` : Prisma.sql`true`}`,
    after: filter.after,
  });
}
