import type { PrismaClient } from "@/generated/prisma/client";
import { inTransaction } from "@/server/db";
import { log } from "@/server/log";
import type { Storage } from "@/server/ports/storage";
import { deleteRemoval, lockDueRemoval } from "../file-store";

/** So many go at one call; what is left goes at the next. */
const mostAtOnce = 50;

/**
 * Deletes the files that are due. Whoever calls it has done their own work already, so a store that
 * does not answer is no failure of theirs: the file stays on the list.
 */
export async function sweepFiles(db: PrismaClient, storage: Storage): Promise<void> {
  try {
    for (let count = 0; count < mostAtOnce; count++) if (!(await sweepOne(db, storage))) return;
  } catch {
    log().warn("a file that is due could not be removed");
  }
}

/** In a transaction that may run again: a file that is deleted twice is deleted once. */
function sweepOne(db: PrismaClient, storage: Storage): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const key = await lockDueRemoval(tx);
    if (key === null) return false;
    await storage.delete(key);
    return deleteRemoval(tx, key);
  });
}
