import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { type Instant, toDate } from "@/lib/time/instant";
import { fromEpochDay, toDateColumn } from "@/lib/time/plain-date";
import type { Db } from "@/server/db";

/** Days of UTC since 1970: from `first` up to, not with, `end`; the current ones begin at `middle`. */
export type DaySpan = { first: number; middle: number; end: number };

const dateOf = (day: number) => Prisma.sql`${toDateColumn(fromEpochDay(day))}::date`;
const epochDay = (date: Prisma.Sql) => Prisma.sql`(${date}::date - DATE '1970-01-01')`;
const within = (column: Prisma.Sql, { first, end }: DaySpan) =>
  Prisma.sql`${column} >= ${dateOf(first)} AND ${column} < ${dateOf(end)}`;

const countRow = z.object({ day: z.int(), name: z.string(), count: z.int() });
export type DayCount = z.infer<typeof countRow>;

/** Sign-ups by role, bookings, cancellations and final decisions by verdict, each by its day, in one statement. */
export async function countDays(db: Db, span: DaySpan): Promise<DayCount[]> {
  const decidedAt = Prisma.sql`coalesce(seconded_at, decided_at)`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${epochDay(Prisma.sql`created_at`)} AS day, role AS name, count(*)::int AS count
      FROM users WHERE ${within(Prisma.sql`created_at`, span)} GROUP BY 1, 2
    UNION ALL
    SELECT ${epochDay(Prisma.sql`created_at`)}, 'booked', count(*)::int
      FROM appointments WHERE ${within(Prisma.sql`created_at`, span)} GROUP BY 1
    UNION ALL
    SELECT ${epochDay(Prisma.sql`cancelled_at`)}, 'cancelled', count(*)::int
      FROM appointments WHERE ${within(Prisma.sql`cancelled_at`, span)} GROUP BY 1
    UNION ALL
    SELECT ${epochDay(decidedAt)}, verdict, count(*)::int
      FROM verification_decisions
      WHERE status = 'final' AND ${within(decidedAt, span)} GROUP BY 1, 2`);
  return z.array(countRow).parse(rows);
}

const visitRow = z.object({
  day: z.int().nullable(),
  isCurrent: z.boolean().nullable(),
  completed: z.int(),
  missed: z.int(),
  waitDays: z.number().nullable(),
});
/** Of one day, or where `day` is null of all current ones or all before. */
export type VisitFigures = z.infer<typeof visitRow>;

/**
 * What became of visits by the day of UTC in which they began, and the median of days from booking to
 * visit, cancelled ones and walk-ins left out, in one statement.
 */
export async function countVisits(db: Db, span: DaySpan): Promise<VisitFigures[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT day, "isCurrent",
      (count(*) FILTER (WHERE status = 'completed'))::int AS completed,
      (count(*) FILTER (WHERE status = 'no_show'))::int AS missed,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY waited)
        FILTER (WHERE status <> 'cancelled' AND origin = 'online') AS "waitDays"
    FROM (
      SELECT status, origin, ${epochDay(Prisma.sql`starts_at`)} AS day,
        starts_at >= ${dateOf(span.middle)} AS "isCurrent",
        greatest(0, extract(epoch FROM starts_at - created_at AT TIME ZONE 'UTC') / 86400)::float8 AS waited
      FROM appointments WHERE ${within(Prisma.sql`starts_at`, span)}
    ) visits GROUP BY GROUPING SETS ((day), ("isCurrent"))`);
  return z.array(visitRow).parse(rows);
}

const tallyRow = z.object({ day: z.int(), outcome: z.string(), count: z.int() });
export type DayTally = z.infer<typeof tallyRow>;

/** How procedures were answered, by day and outcome. */
export async function countAnswers(db: Db, span: DaySpan): Promise<DayTally[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${epochDay(Prisma.sql`day`)} AS day, outcome, sum(count)::float8 AS count
    FROM request_tallies WHERE ${within(Prisma.sql`day`, span)} GROUP BY 1, 2`);
  return z.array(tallyRow).parse(rows);
}

const backlogRow = z.object({
  kind: z.enum(["doctors", "renewals", "pharmacies"]),
  count: z.int(),
  /** Days that the longest wait has lasted, and that half of them have; null where nobody waits. */
  oldestDays: z.number().nullable(),
  medianDays: z.number().nullable(),
});
export type Backlog = z.infer<typeof backlogRow>;

/** What waits for a verification now, in one statement. */
export async function readBacklog(db: Db, now: Instant): Promise<Backlog[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT kinds.kind, count(waited)::int AS count, max(waited) AS "oldestDays",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY waited) AS "medianDays"
    FROM (VALUES (1, 'doctors'), (2, 'renewals'), (3, 'pharmacies')) AS kinds(place, kind)
    LEFT JOIN (
      SELECT kind, greatest(0, extract(epoch FROM ${toDate(now)}::timestamptz - since) / 86400)::float8
        AS waited
      FROM (
        SELECT 'doctors' AS kind, submitted_at AT TIME ZONE 'UTC' AS since FROM doctors
          WHERE submitted_at IS NOT NULL AND is_verified IS NOT TRUE
        UNION ALL
        SELECT 'renewals', handed_in_at FROM licence_renewals WHERE status = 'waiting'
        UNION ALL
        SELECT 'pharmacies', created_at AT TIME ZONE 'UTC' FROM pharmacies
          WHERE is_verified IS NOT TRUE AND review_outcome IS NULL AND is_active
      ) everything
    ) waiting ON waiting.kind = kinds.kind
    GROUP BY kinds.place, kinds.kind ORDER BY kinds.place`);
  return z.array(backlogRow).parse(rows);
}
