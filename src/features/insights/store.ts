import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { DoctorId } from "@/lib/ids";
import { fromEpochDay, toDateColumn } from "@/lib/time/plain-date";
import type { Db } from "@/server/db";

/** Mondays in days since 1970, both included. */
export type WeekSpan = { first: number; last: number };

/** A Monday as PostgreSQL counts ISO weeks, of the date on the clinic's own wall. */
const monday = Prisma.sql`(date_trunc('week', a.appointment_date)::date - DATE '1970-01-01')`;

const visits = (doctorId: DoctorId, { first, last }: WeekSpan) => Prisma.sql`
  FROM appointments a LEFT JOIN doctor_clinics dc ON dc.id = a.doctor_clinic_id
  WHERE a.doctor_id = ${doctorId}::uuid
    AND a.appointment_date BETWEEN ${toDateColumn(fromEpochDay(first))}::date
      AND ${toDateColumn(fromEpochDay(last + 6))}::date`;

const countRow = z.object({
  clinicId: z.guid().nullable(),
  week: z.int(),
  completed: z.int(),
  missed: z.int(),
  cancelled: z.int(),
  ahead: z.int(),
  /** Minutes that visits take, took or will take. */
  booked: z.int(),
});

export type VisitCounts = z.infer<typeof countRow>;

/** A doctor's appointments by clinic (null where it was removed) and week, in one statement. */
export async function countVisits(
  db: Db,
  doctorId: DoctorId,
  span: WeekSpan,
): Promise<VisitCounts[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT dc.clinic_id AS "clinicId", ${monday} AS week,
      (count(*) FILTER (WHERE a.status = 'completed'))::int AS completed,
      (count(*) FILTER (WHERE a.status = 'no_show'))::int AS missed,
      (count(*) FILTER (WHERE a.status = 'cancelled'))::int AS cancelled,
      (count(*) FILTER (WHERE a.status NOT IN ('completed', 'no_show', 'cancelled')))::int AS ahead,
      coalesce(sum(a.duration_minutes) FILTER (WHERE a.status NOT IN ('no_show', 'cancelled')), 0)::int
        AS booked
    ${visits(doctorId, span)}
    GROUP BY 1, 2`);
  return z.array(countRow).parse(rows);
}

const waitRow = z.object({
  clinicId: z.guid().nullable(),
  week: z.int().nullable(),
  isAllClinics: z.boolean(),
  days: z.number(),
});

/** `week` is null for all weeks together. */
export type Wait = z.infer<typeof waitRow>;

/**
 * The median of days from booking to visit, of bookings that were not cancelled, in one statement:
 * by clinic, by week, by both, and of all. Those who walked in have not waited.
 */
export async function listWaits(db: Db, doctorId: DoctorId, span: WeekSpan): Promise<Wait[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT w."clinicId", w.week, grouping(w."clinicId") = 1 AS "isAllClinics",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY w.days) AS days
    FROM (SELECT dc.clinic_id AS "clinicId", ${monday} AS week,
        greatest(0, extract(epoch FROM a.starts_at - a.created_at AT TIME ZONE 'UTC') / 86400)::float8
          AS days
      ${visits(doctorId, span)} AND a.status <> 'cancelled' AND a.origin = 'online') w
    GROUP BY GROUPING SETS ((w."clinicId", w.week), (w.week), (w."clinicId"), ())
    HAVING count(*) > 0`);
  return z.array(waitRow).parse(rows);
}
