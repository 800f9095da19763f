import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { lockHidden, updateHidden } from "../store";

type Moderator = { userId: UserId };

/**
 * Takes a review out of sight and out of the ratings, with a reason. Refuses NOT_FOUND, and
 * CHANGED_MEANWHILE where another moderator was first, whose reason stays.
 */
export async function hideReview(
  db: PrismaClient,
  moderator: Moderator,
  { reviewId, reason }: { reviewId: string; reason: string },
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockIn(tx, reviewId, { isHidden: false });
    await updateHidden(tx, reviewId, { by: moderator.userId, at: now, reason });
    await record(tx, moderator, "review.hide", reviewId, { reason });
  });
}

/** Shows a hidden review again; it counts as before. Refuses as hiding does. */
export async function showReview(
  db: PrismaClient,
  moderator: Moderator,
  { reviewId }: { reviewId: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockIn(tx, reviewId, { isHidden: true });
    await updateHidden(tx, reviewId, null);
    await record(tx, moderator, "review.show", reviewId);
  });
}

async function lockIn(tx: Tx, reviewId: string, expected: { isHidden: boolean }): Promise<void> {
  const review = await lockHidden(tx, reviewId);
  if (!review) throw new RefusalError(refuse("NOT_FOUND"));
  if (review.isHidden !== expected.isHidden) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
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
