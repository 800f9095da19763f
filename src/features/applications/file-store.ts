import { Prisma } from "@/generated/prisma/client";
import type { Db, Tx } from "@/server/db";

// Due times are the database's own clock: the product's may be moved, files are real.

/** Puts a file down for removal in an hour, before it is there: should nobody come to list it, it goes. */
export async function insertRemoval(db: Db, key: string): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    INSERT INTO file_removals (key, due_at) VALUES (${key}, now() + INTERVAL '1 hour')`);
}

/** Takes that back, for a file that is listed now. False where the file has gone already. */
export async function deleteRemoval(tx: Tx, key: string): Promise<boolean> {
  return (await tx.$executeRaw(Prisma.sql`DELETE FROM file_removals WHERE key = ${key}`)) === 1;
}

/** Nobody will list it: it may go at once. */
export async function expediteRemoval(db: Db, key: string): Promise<void> {
  await db.$executeRaw(Prisma.sql`UPDATE file_removals SET due_at = now() WHERE key = ${key}`);
}

/** One file that is due, locked until the transaction ends; one that another is removing is passed over. */
export async function lockDueRemoval(tx: Tx): Promise<string | null> {
  const rows = await tx.$queryRaw<{ key: string }[]>(Prisma.sql`
    SELECT key FROM file_removals WHERE due_at <= now()
    ORDER BY due_at, key LIMIT 1 FOR UPDATE SKIP LOCKED`);
  return rows[0]?.key ?? null;
}
