import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { DoctorId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import type { Distribution } from "./rules";
import { reviewPageSize } from "./schema";

const instant = z.date().transform(fromDate);

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
