import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { type Hiding, lockHidden, updateHidden } from "../store";

type Moderator = { userId: UserId };

/**
 * Takes a review out of sight and out of the ratings, with a reason; sent twice, it does so once.
 * Refuses NOT_FOUND, and CHANGED_MEANWHILE where it is hidden for another reason or by another, which stays.
 */
export async function hideReview(
  db: PrismaClient,
  moderator: Moderator,
  { reviewId, reason }: { reviewId: string; reason: string },
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const hiding = await lock(tx, reviewId);
    if (hiding.by === moderator.userId && hiding.reason === reason) return;
    if (hiding.isHidden) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    await updateHidden(tx, reviewId, { by: moderator.userId, at: now, reason });
    await record(tx, moderator, "review.hide", reviewId, { reason });
  });
}

/** Shows a hidden review again; it counts as before. One that is shown already stays so. Refuses NOT_FOUND. */
export async function showReview(
  db: PrismaClient,
  moderator: Moderator,
  { reviewId }: { reviewId: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lock(tx, reviewId)).isHidden) return;
    await updateHidden(tx, reviewId, null);
    await record(tx, moderator, "review.show", reviewId);
  });
}

async function lock(tx: Tx, reviewId: string): Promise<Hiding> {
  const review = await lockHidden(tx, reviewId);
  if (!review) throw new RefusalError(refuse("NOT_FOUND"));
  return review;
}

function record(
  tx: Tx,
  { userId }: Moderator,
  action: string,
  subjectId: string,
  details?: { reason: string },
): Promise<void> {
  return recordAudit(tx, {
    actorUserId: userId,
    action,
    subjectType: "review",
    subjectId,
    ...(details && { details }),
  });
}
