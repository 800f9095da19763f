import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { lockPair, switchOffFor } from "../duplicate-store";
import type { switchOffInput } from "../schema";

/**
 * Switches off one of two that are the same pharmacy; its addresses lead to the other. Nothing else
 * moves. Refuses NOT_FOUND, and CHANGED_MEANWHILE where either is off or the one was saved since.
 */
export async function switchOffDouble(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { offId, keptId, expectedRevision }: z.infer<typeof switchOffInput>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const pair = await lockPair(tx, [offId, keptId]);
    const off = pair.find(({ id }) => id === offId);
    const kept = pair.find(({ id }) => id === keptId);
    if (!off || !kept) throw new RefusalError(refuse("NOT_FOUND"));
    if (!off.isActive || !kept.isActive || off.revision !== expectedRevision)
      throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    await switchOffFor(tx, off, keptId);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.switch-off-double",
      subjectType: "pharmacy",
      subjectId: offId,
      details: {
        before: { isActive: true, slug: off.slug },
        after: { isActive: false, slug: null, sameAs: keptId },
      },
    });
  });
}
