import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Db, Tx } from "@/server/db";

const sideRow = z.object({
  id: z.guid(),
  revision: z.int(),
  name: z.string(),
  slug: z.string().nullable(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  postalCode: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  hoursAsWritten: z.string().nullable(),
  hasHours: z.boolean(),
  source: z.string().nullable(),
  sourceId: z.string().nullable(),
  isVerified: z.boolean(),
  hasStaff: z.boolean(),
  latitude: z.number(),
  longitude: z.number(),
});
export type PairSide = z.infer<typeof sideRow>;

const pairRow = z.object({ one: sideRow, other: sideRow, metres: z.number() });
/** Two rows that may be one pharmacy; `metres` apart. */
export type Pair = z.infer<typeof pairRow>;

/** Up to here two places may be one door, with a little care in drawing; metres. */
const near = 100;
/** Above this two names are near the same; 1 is the same. */
const alike = 0.5;
/** So many are looked at for one page at most, so that a page takes no longer among a million. */
const mostLookedAt = 10_000;

const side = (alias: "a" | "b") => {
  const p = Prisma.raw(alias);
  return Prisma.sql`jsonb_build_object('id', ${p}.id, 'revision', ${p}.revision, 'name', ${p}.name,
    'slug', ${p}.slug, 'address', ${p}.address, 'city', ${p}.city, 'postalCode', ${p}.postal_code,
    'phone', ${p}.phone, 'website', ${p}.website, 'hoursAsWritten', ${p}.hours_as_written,
    'hasHours', ${p}.opening_hours IS NOT NULL, 'source', ${p}.source, 'sourceId', ${p}.source_id,
    'isVerified', ${p}.is_verified IS TRUE, 'hasStaff', EXISTS (SELECT 1 FROM pharmacy_staff s
      WHERE s.pharmacy_id = ${p}.id AND s.date_left IS NULL),
    'latitude', ST_Y(${p}.location::geometry), 'longitude', ST_X(${p}.location::geometry))`;
};

const digits = (alias: "a" | "b") =>
  Prisma.sql`nullif(regexp_replace(${Prisma.raw(alias)}.phone, '[^0-9]', '', 'g'), '')`;

const lookedRow = z.object({ looked: z.int(), last: z.guid().nullable() });

/** After which pair a page goes on: the ids of its two, the smaller first. */
export type PairCursor = { oneId: string; otherId: string };

/**
 * Pairs that may be one pharmacy, in the order of their ids: at most 100 m apart, with near the same
 * name or the same telephone, both switched on, and not yet told apart. A page may hold fewer than
 * `limit`, or none, and still have a next one: only so many rows are looked at for each.
 */
export async function listPairs(
  db: Db,
  after: PairCursor | null,
  limit: number,
): Promise<{ pairs: Pair[]; next: PairCursor | null }> {
  const from = after?.oneId ?? "00000000-0000-0000-0000-000000000000";
  const than = after?.otherId ?? "00000000-0000-0000-0000-000000000000";
  const window = Prisma.sql`SELECT * FROM pharmacies
    WHERE id >= ${from}::uuid AND is_active IS NOT FALSE ORDER BY id LIMIT ${mostLookedAt}`;
  const found = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${side("a")} AS one, ${side("b")} AS other, b.metres
    FROM (${window}) a
    CROSS JOIN LATERAL (
      SELECT b.*, ST_Distance(a.location, b.location) AS metres FROM pharmacies b
      WHERE ST_DWithin(b.location, a.location, ${near}) AND b.id > a.id
        AND b.is_active IS NOT FALSE
        AND (similarity(search_text(a.name), search_text(b.name)) >= ${alike}
          OR ${digits("a")} = ${digits("b")})
    ) b
    WHERE (a.id, b.id) > (${from}::uuid, ${than}::uuid)
      AND NOT EXISTS (SELECT 1 FROM pharmacy_distinct_pairs d
        WHERE d.one_id = a.id AND d.other_id = b.id)
    ORDER BY a.id, b.id LIMIT ${limit + 1}`);
  const pairs = z.array(pairRow).parse(found).slice(0, limit);
  const last = pairs.at(-1);
  if (found.length > limit && last)
    return { pairs, next: { oneId: last.one.id, otherId: last.other.id } };
  const ends = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT count(*)::int AS looked, max(id::text) AS last FROM (${window}) a`);
  const end = lookedRow.parse(ends[0]);
  const isCut = end.looked === mostLookedAt && end.last;
  return { pairs, next: isCut ? { oneId: end.last as string, otherId: highest } : null };
}

const highest = "ffffffff-ffff-ffff-ffff-ffffffffffff";

const lockedRow = z.object({
  id: z.guid(),
  revision: z.int(),
  isActive: z.boolean(),
  slug: z.string().nullable(),
});
export type LockedSide = z.infer<typeof lockedRow>;

/** Both of a pair, held until the transaction ends, in the order of their ids. */
export async function lockPair(tx: Tx, ids: readonly string[]): Promise<LockedSide[]> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT id, revision, is_active IS NOT FALSE AS "isActive", slug FROM pharmacies
    WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  return z.array(lockedRow).parse(rows);
}

/** Remembers that two are not the same. Once more changes nothing. */
export async function insertDistinct(
  tx: Tx,
  { oneId, otherId }: PairCursor,
  decidedBy: UserId,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO pharmacy_distinct_pairs (one_id, other_id, decided_by)
    VALUES (least(${oneId}::uuid, ${otherId}::uuid), greatest(${oneId}::uuid, ${otherId}::uuid),
      ${decidedBy}::uuid)
    ON CONFLICT DO NOTHING`);
}

/** Takes one off the list; its addresses lead to the other from now on. */
export async function switchOffFor(
  tx: Tx,
  { id: offId, slug }: LockedSide,
  keptId: string,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE pharmacies SET is_active = FALSE, slug = NULL WHERE id = ${offId}::uuid`);
  await tx.$executeRaw(Prisma.sql`
    UPDATE pharmacy_old_slugs SET pharmacy_id = ${keptId}::uuid WHERE pharmacy_id = ${offId}::uuid`);
  if (slug)
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO pharmacy_old_slugs (slug, pharmacy_id) VALUES (${slug}, ${keptId}::uuid)`);
}
