import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { fromDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import type { ChainEnd, Link } from "./chain";

const count = z.bigint().transform(Number);
const id = z.bigint().transform(String);

/**
 * All that an entry says, in one text. The database builds the same when it chains an entry; here it
 * is written again, so that no function in the database has to be believed.
 */
const words = Prisma.sql`jsonb_build_array(l.id,
  to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.actor_user_id,
  l.action, l.subject_type, l.subject_id, l.details, l.address)::text`;

/** A link before the first one is no link: nothing is chained to it, nor it to anything. */
const isUnlinked = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM audit_chain c WHERE c.entry_id = l.id AND c.position > 0)`;

const endsRow = z.object({
  position: count.nullable(),
  hash: z.instanceof(Uint8Array).nullable(),
  lastPosition: count,
});

/** Where the chain ends by its head, and at which position by its links, both at one moment. */
export async function readEnds(db: Db): Promise<{ head: ChainEnd | null; lastPosition: number }> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT h.position, h.hash,
      coalesce((SELECT max(c.position) FROM audit_chain c), 0) AS "lastPosition"
    FROM (VALUES (1)) one LEFT JOIN audit_head h ON true`);
  const { position, hash, lastPosition } = endsRow.parse(rows[0]);
  return { head: position === null || !hash ? null : { position, hash }, lastPosition };
}

const linkRow = z.object({
  position: count,
  entryId: id,
  hash: z.instanceof(Uint8Array),
  words: z.string().nullable(),
  at: z.date().transform(fromDate).nullable(),
});

export type ReadLink = Link & z.infer<typeof linkRow>;

/** Links in order, from the one after `after` up to `to`, at most `limit`. */
export async function listLinks(
  db: Db,
  { after, to, limit }: { after: number; to: number; limit: number },
): Promise<ReadLink[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT c.position, c.entry_id AS "entryId", c.hash, l.at,
      CASE WHEN l.id IS NOT NULL THEN ${words} END AS words
    FROM audit_chain c LEFT JOIN audit_log l ON l.id = c.entry_id
    WHERE c.position > ${after} AND c.position <= ${to} ORDER BY c.position LIMIT ${limit}`);
  return z.array(linkRow).parse(rows);
}

const strayRow = linkRow.pick({ position: true, entryId: true });

/** Links before the first one, which nothing that we run ever makes; at most `limit`. */
export async function listBeforeFirst(db: Db, limit: number): Promise<z.infer<typeof strayRow>[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT position, entry_id AS "entryId" FROM audit_chain
    WHERE position < 1 ORDER BY position LIMIT ${limit}`);
  return z.array(strayRow).parse(rows);
}

/** How many ids were given out after that of the last entry, be it to what was rolled back. */
export async function countIdsAfterLast(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ count: bigint }[]>(Prisma.sql`
    SELECT greatest(coalesce(pg_sequence_last_value('audit_log_id_seq'), 0)
      - coalesce(max(id), 0), 0) AS count FROM audit_log`);
  return Number(rows[0]?.count ?? 0);
}

const unlinkedRow = z.object({ entryId: id, at: z.date().transform(fromDate), action: z.string() });

/** Entries behind `after` to which no link leads, by their ids, at most `limit`. */
export async function listUnlinked(
  db: Db,
  { after, limit }: { after: string; limit: number },
): Promise<z.infer<typeof unlinkedRow>[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT l.id AS "entryId", l.at, l.action FROM audit_log l
    WHERE l.id > ${BigInt(after)} AND ${isUnlinked}
    ORDER BY l.id LIMIT ${limit}`);
  return z.array(unlinkedRow).parse(rows);
}

/** The newest entries to which no link leads, among the newest `among`. */
export async function countNewestUnlinked(db: Db, among: number): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM (SELECT id FROM audit_log ORDER BY id DESC LIMIT ${among}) l
    WHERE ${isUnlinked}`);
  return rows[0]?.count ?? 0;
}

/** The position of the link behind which the one at `position` was chained; null where none fits. Reads the whole chain. */
export async function findBefore(db: Db, position: number): Promise<number | null> {
  const rows = await db.$queryRaw<{ position: bigint }[]>(Prisma.sql`
    SELECT before.position FROM audit_chain link
    JOIN audit_log l ON l.id = link.entry_id
    JOIN (SELECT position, hash FROM audit_chain
      UNION ALL SELECT 0, decode(repeat('00', 32), 'hex')) before
      ON sha256(before.hash || convert_to(${words}, 'UTF8')) = link.hash
    WHERE link.position = ${position} LIMIT 1`);
  return rows[0] ? Number(rows[0].position) : null;
}
