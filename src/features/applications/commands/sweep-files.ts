import type { PrismaClient } from "@/generated/prisma/client";
import { inTransaction } from "@/server/db";
import { log } from "@/server/log";
import type { Storage } from "@/server/ports/storage";
import { deleteRemoval, lockDueRemoval } from "../file-store";

/** So many go in one run; what is left goes in the next. */
const mostAtOnce = 50;
const everyMs = 15 * 60_000;

/**
 * Deletes the files that are due, each in a transaction of its own. Nobody waits for it, so that a
 * store that does not answer is no failure of anyone's: the file stays on the list.
 */
export async function sweepFiles(db: PrismaClient, storage: () => Promise<Storage>): Promise<void> {
  try {
    const store = await storage();
    for (let count = 0; count < mostAtOnce; count++) if (!(await sweepOne(db, store))) return;
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

/** Runs a sweep at once and every fifteen minutes, for as long as something else keeps the process alive. */
export function sweepRegularly(sweep: () => Promise<void>): NodeJS.Timeout {
  void sweep();
  return setInterval(sweep, everyMs).unref();
}
