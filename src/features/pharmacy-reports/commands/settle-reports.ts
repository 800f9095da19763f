import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { inTransaction } from "@/server/db";
import type { settleInput } from "../schema";
import { lockOpenTimes } from "../store";
import { settleReportsWithin } from "../within";

/**
 * Settles what was said of a pharmacy's hours. Refuses NOT_FOUND where nothing is open (any more), and
 * CHANGED_MEANWHILE where more was said than the administrator saw.
 */
export async function settleReports(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { pharmacyId, as, expectedTimes }: z.infer<typeof settleInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const times = await lockOpenTimes(tx, pharmacyId);
    if (times === 0) throw new RefusalError(refuse("NOT_FOUND"));
    if (times !== expectedTimes) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    await settleReportsWithin(tx, pharmacyId, userId, as, now);
  });
}
