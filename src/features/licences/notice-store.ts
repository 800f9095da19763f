import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Tx } from "@/server/db";
import { type NoticeDays, noticeDays } from "./rules";

const dueRow = z.object({
  userId: z.guid().transform((id) => id as UserId),
  expiresOn: z.string(),
  daysBefore: z.int().transform((days) => days as NoticeDays),
  open: z.int(),
});

export type DueNotice = z.infer<typeof dueRow>;

const [first, second, last] = noticeDays;

/**
 * Writes down, for at most `limit` doctors, that they are told of the end of their licence, and says
 * who they are, with how many appointments lie after it. Of the notices that are due only the nearest
 * counts, and each is given once, also by two processes. Who has handed in a longer licence is not
 * asked for it any more. Days are those of UTC, as the listing reckons.
 */
export async function takeDueNotices(tx: Tx, now: Instant, limit: number): Promise<DueNotice[]> {
  const today = Prisma.sql`${toDate(now)}::date`;
  const nearest = Prisma.sql`CASE WHEN d.license_expires_on < ${today} THEN 0
    WHEN d.license_expires_on <= ${today} + ${last}::int THEN ${last}::int
    WHEN d.license_expires_on <= ${today} + ${second}::int THEN ${second}::int
    ELSE ${first}::int END`;
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    WITH due AS (
      SELECT d.id, d.license_expires_on, ${nearest} AS days_before
      FROM doctors d JOIN users u ON u.id = d.user_id
      WHERE d.is_verified AND d.license_expires_on <= ${today} + ${first}::int
        AND u.is_active IS TRUE AND u.role = 'doctor'
        AND NOT EXISTS (SELECT 1 FROM licence_notices n WHERE n.doctor_id = d.id
          AND n.expires_on = d.license_expires_on AND n.days_before <= ${nearest})
        AND (d.license_expires_on < ${today} OR NOT EXISTS (
          SELECT 1 FROM licence_renewals r WHERE r.doctor_id = d.id AND r.status = 'waiting'
            AND r.expires_on > d.license_expires_on))
      ORDER BY d.license_expires_on, d.id LIMIT ${limit}),
    told AS (
      INSERT INTO licence_notices (doctor_id, expires_on, days_before, sent_at)
      SELECT id, license_expires_on, days_before, ${toDate(now)} FROM due
      ON CONFLICT DO NOTHING RETURNING doctor_id, expires_on, days_before)
    SELECT d.user_id AS "userId", to_char(told.expires_on, 'YYYY-MM-DD') AS "expiresOn",
      told.days_before::int AS "daysBefore",
      (SELECT count(*)::int FROM unserved_appointments_of(d.id, ${toDate(now)})) AS open
    FROM told JOIN doctors d ON d.id = told.doctor_id`);
  return z.array(dueRow).parse(rows);
}
