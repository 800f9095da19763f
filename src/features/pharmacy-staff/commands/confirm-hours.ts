import type { z } from "zod";
import { settleReportsWithin } from "@/features/pharmacy-reports/within";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { lockHours, markConfirmed } from "../room-store";
import type { confirmInput } from "../schema";

export type Member = { userId: UserId; pharmacyId: string };

/**
 * Says that the hours, as the person saw them, are right; what was reported about them is answered by
 * that. Refuses CHANGED_MEANWHILE, and NOT_FOUND where there are none to confirm.
 */
export async function confirmHours(
  db: PrismaClient,
  { userId, pharmacyId }: Member,
  { expectedRevision }: z.infer<typeof confirmInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const pharmacy = await lockHours(tx, pharmacyId);
    if (!pharmacy?.hours) throw new RefusalError(refuse("NOT_FOUND"));
    if (pharmacy.revision !== expectedRevision) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    await markConfirmed(tx, pharmacyId, userId, now);
    await settleReportsWithin(tx, pharmacyId, userId, "right", now);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.confirm-hours",
      subjectType: "pharmacy",
      subjectId: pharmacyId,
    });
  });
}
