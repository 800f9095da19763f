import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";

type Pair = { goesId: string; staysId: string };

const movingRow = z.object({
  doctors: z.int(),
  ended: z.int(),
  past: z.int(),
  ahead: z.int(),
  reviews: z.int(),
});

/** What a clinic has that would move with it. */
export type Moving = z.infer<typeof movingRow>;

export async function countMoving(db: Db, clinicId: string, now: Instant): Promise<Moving> {
  const at = toDate(now);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    WITH own AS (SELECT id, status FROM doctor_clinics WHERE clinic_id = ${clinicId}::uuid),
      visits AS (SELECT count(*) FILTER (WHERE starts_at > ${at}
          AND status IN ('scheduled', 'confirmed'))::int AS ahead, count(*)::int AS total
        FROM appointments WHERE doctor_clinic_id IN (SELECT id FROM own))
    SELECT
      (SELECT count(*)::int FROM own WHERE status <> 'ended') AS doctors,
      (SELECT count(*)::int FROM own WHERE status = 'ended') AS ended,
      total - ahead AS past, ahead,
      (SELECT count(*)::int FROM reviews WHERE doctor_clinic_id IN (SELECT id FROM own)) AS reviews
    FROM visits`);
  return movingRow.parse(rows[0]);
}

const doubleRow = z.object({
  userId: z.guid().transform((id) => id as UserId),
  doctorName: z.string().nullable(),
  /** The association that goes on, and the one that ends in its favour. */
  keptId: z.guid(),
  endedId: z.guid(),
});
export type Double = z.infer<typeof doubleRow>;

/**
 * Doctors who work at both clinics: the association at the one that stays goes on, unless only the
 * other's last day has not passed.
 */
export async function listDoubles(
  db: Db,
  { goesId, staysId }: Pair,
  now: Instant,
): Promise<Double[]> {
  const isOver = (association: "g" | "s") =>
    Prisma.sql`(${Prisma.raw(association)}.end_date <
      (${toDate(now)}::timestamptz AT TIME ZONE c.timezone)::date) IS TRUE`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT d.user_id AS "userId", u.full_name AS "doctorName",
      CASE WHEN ${isOver("s")} AND NOT ${isOver("g")} THEN g.id ELSE s.id END AS "keptId",
      CASE WHEN ${isOver("s")} AND NOT ${isOver("g")} THEN s.id ELSE g.id END AS "endedId"
    FROM doctor_clinics g
    JOIN doctor_clinics s ON s.doctor_id = g.doctor_id AND s.status <> 'ended'
      AND s.clinic_id = ${staysId}::uuid
    JOIN clinics c ON c.id = s.clinic_id
    JOIN doctors d ON d.id = g.doctor_id
    JOIN users u ON u.id = d.user_id
    WHERE g.clinic_id = ${goesId}::uuid AND g.status <> 'ended'
    ORDER BY u.full_name, d.id`);
  return z.array(doubleRow).parse(rows);
}

/**
 * Keeps the visits that may move as they are, those of doctors at both clinics, in the order of their
 * ids: before any association, as everyone who changes appointments does.
 */
export async function lockVisitsOfDoubles(tx: Tx, { goesId, staysId }: Pair): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    SELECT 1 FROM appointments WHERE doctor_clinic_id IN (
      SELECT unnest(ARRAY[g.id, s.id]) FROM doctor_clinics g
      JOIN doctor_clinics s ON s.doctor_id = g.doctor_id AND s.status <> 'ended'
      WHERE g.clinic_id = ${goesId}::uuid AND g.status <> 'ended' AND s.clinic_id = ${staysId}::uuid)
    ORDER BY id FOR NO KEY UPDATE`);
}

/** Keeps all associations of both clinics as they are, in the order of their ids. */
export async function lockAssociationsAt(tx: Tx, { goesId, staysId }: Pair): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    SELECT id FROM doctor_clinics WHERE clinic_id IN (${goesId}::uuid, ${staysId}::uuid)
    ORDER BY id FOR NO KEY UPDATE`);
}

/**
 * Ends an association in favour of the doctor's other one: visits and reviews go there, and being
 * the primary one. The day it ends is today at the clinic, or the day it had ended before.
 */
export async function endInFavour(
  tx: Tx,
  { keptId, endedId }: Double,
  now: Instant,
): Promise<void> {
  const [ended] = await tx.$queryRaw<{ is_primary: boolean }[]>(Prisma.sql`
    WITH before AS (SELECT is_primary IS TRUE AS is_primary FROM doctor_clinics
      WHERE id = ${endedId}::uuid)
    UPDATE doctor_clinics dc SET status = 'ended', is_primary = FALSE,
      end_date = greatest(dc.start_date, least(dc.end_date,
        (${toDate(now)}::timestamptz AT TIME ZONE c.timezone)::date))
    FROM clinics c, before WHERE c.id = dc.clinic_id AND dc.id = ${endedId}::uuid
    RETURNING before.is_primary`);
  if (ended?.is_primary)
    await tx.$executeRaw(Prisma.sql`
      UPDATE doctor_clinics SET is_primary = TRUE WHERE id = ${keptId}::uuid`);
  await tx.$executeRaw(Prisma.sql`
    UPDATE appointments SET doctor_clinic_id = ${keptId}::uuid
    WHERE doctor_clinic_id = ${endedId}::uuid`);
  await tx.$executeRaw(Prisma.sql`
    UPDATE reviews SET doctor_clinic_id = ${keptId}::uuid
    WHERE doctor_clinic_id = ${endedId}::uuid`);
  await tx.$executeRaw(Prisma.sql`
    UPDATE doctor_clinics dc SET average_rating = (
      SELECT round(avg(rating), 2) FROM reviews r
      WHERE r.doctor_clinic_id = dc.id AND r.hidden_at IS NULL)
    WHERE id IN (${keptId}::uuid, ${endedId}::uuid)`);
}

/** Moves every association, marks the one clinic as gone into the other, and counts both anew. */
export async function moveInto(tx: Tx, { goesId, staysId }: Pair): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE doctor_clinics SET clinic_id = ${staysId}::uuid WHERE clinic_id = ${goesId}::uuid`);
  await tx.$executeRaw(Prisma.sql`
    UPDATE clinics SET status = 'merged', merged_into = ${staysId}::uuid
    WHERE id = ${goesId}::uuid`);
  // Whoever has seen the one that stays has not seen what came to it.
  await tx.$executeRaw(Prisma.sql`
    UPDATE clinics c SET (rating, rating_count) = (
        SELECT round(avg(r.rating), 2), count(*) FROM reviews r
        JOIN doctor_clinics dc ON dc.id = r.doctor_clinic_id
        WHERE dc.clinic_id = c.id AND r.hidden_at IS NULL),
      revision = revision + (c.id = ${staysId}::uuid)::int
    WHERE id IN (${goesId}::uuid, ${staysId}::uuid)`);
}

/** Takes facts of one clinic that no form shows in the same way: hours as they are written. */
export async function copyHours(tx: Tx, { goesId, staysId }: Pair): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE clinics s SET opening_hours = g.opening_hours FROM clinics g
    WHERE g.id = ${goesId}::uuid AND s.id = ${staysId}::uuid`);
}
