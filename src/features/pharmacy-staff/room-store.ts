import { z } from "zod";
import { type OpeningHours, openingHoursSchema } from "@/features/opening-hours/schema";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import { degreesSql } from "@/server/spatial";

const row = z.object({
  id: z.guid(),
  revision: z.int(),
  name: z.string(),
  slug: z.string().nullable(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  timezone: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  isVerified: z.boolean(),
  isListed: z.boolean(),
  /** What the last look at it ended with, until it is verified. */
  reviewOutcome: z.string().nullable(),
  reviewWords: z.string().nullable(),
  /** Null where none are known, or they cannot be read. */
  hours: openingHoursSchema.nullable().catch(null),
  hoursAsWritten: z.string().nullable(),
  confirmedAt: z.date().transform(fromDate).nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAs: z.enum(["staff", "admin", "source"]).nullable(),
});
export type Room = z.infer<typeof row>;

/** A pharmacy as its own staff sees it. */
export async function getRoom(db: Db, pharmacyId: string): Promise<Room> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT p.id, p.revision, p.name, p.slug, p.address, p.city, p.country::text AS country,
      p.timezone, ${degreesSql(Prisma.sql`p.location`)},
      p.is_verified IS TRUE AS "isVerified", p.is_listed AS "isListed",
      p.review_outcome AS "reviewOutcome",
      CASE WHEN p.review_outcome IS NOT NULL THEN (
        SELECT d.words FROM verification_decisions d WHERE d.pharmacy_id = p.id AND d.status = 'final'
        ORDER BY d.decided_at DESC LIMIT 1) END AS "reviewWords",
      p.opening_hours AS hours, p.hours_as_written AS "hoursAsWritten",
      p.hours_confirmed_at AS "confirmedAt", u.full_name AS "confirmedBy",
      p.hours_confirmed_as AS "confirmedAs"
    FROM pharmacies p LEFT JOIN users u ON u.id = p.hours_confirmed_by
    WHERE p.id = ${pharmacyId}::uuid`);
  return row.parse(rows[0]);
}

const lockedRow = z.object({
  revision: z.int(),
  hours: z.unknown(),
  country: z.string().nullable(),
});

/** The hours as they stay until the transaction ends, whatever shape they have. */
export async function lockHours(
  tx: Tx,
  pharmacyId: string,
): Promise<z.infer<typeof lockedRow> | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT revision, opening_hours AS hours, country::text AS country FROM pharmacies
    WHERE id = ${pharmacyId}::uuid FOR NO KEY UPDATE`);
  return rows[0] ? lockedRow.parse(rows[0]) : null;
}

/** Says that staff stands by the hours as they are. */
export async function markConfirmed(
  tx: Tx,
  pharmacyId: string,
  by: UserId,
  now: Instant,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE pharmacies SET hours_confirmed_at = ${toDate(now)}, hours_confirmed_by = ${by}::uuid,
      hours_confirmed_as = 'staff'
    WHERE id = ${pharmacyId}::uuid`);
}

/** Other hours, in place of the words that older ones were read from; gives the new revision. */
export async function updateHours(
  tx: Tx,
  pharmacyId: string,
  hours: OpeningHours,
): Promise<number> {
  const rows = await tx.$queryRaw<{ revision: number }[]>(Prisma.sql`
    UPDATE pharmacies SET opening_hours = ${JSON.stringify(hours)}::jsonb, hours_as_written = NULL
    WHERE id = ${pharmacyId}::uuid RETURNING revision`);
  return (rows[0] as { revision: number }).revision;
}

/** Whether an address here is one's, or was one's. */
export async function isSlugTaken(db: Db, slug: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT 1 FROM pharmacies WHERE slug = ${slug}
    UNION ALL SELECT 1 FROM pharmacy_old_slugs WHERE slug = ${slug}`);
  return rows.length > 0;
}

/** Marks a pharmacy as put forward by somebody: nobody sees it before it is verified. */
export async function markProposed(
  tx: Tx,
  pharmacyId: string,
  proposedBy: UserId,
  now: Instant,
): Promise<void> {
  const data = { proposedAt: toDate(now), proposedBy };
  await tx.pharmacy.update({ where: { id: pharmacyId }, data, select: { id: true } });
}

/** Takes a proposal off the list of those to check, unless it was verified meanwhile. */
export async function closeProposal(tx: Tx, pharmacyId: string): Promise<void> {
  await tx.pharmacy.updateMany({
    where: { id: pharmacyId, proposedAt: { not: null }, NOT: { isVerified: true } },
    data: { isActive: false },
  });
}
