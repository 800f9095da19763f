import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import type { SessionClaim } from "@/server/actor";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { revokeSessions } from "../session-store";

/** Ends the session of this cookie for good; one that is over stays so, without a word. Real time. */
export async function endSession(
  db: PrismaClient,
  claim: SessionClaim | null,
  at: Instant,
): Promise<void> {
  if (!claim) return;
  await end(db, { userId: claim.userId as UserId, familyId: claim.familyId }, at);
}

/** Ends every session of a person, on all their devices, this one included. `at` is the real time. */
export async function endEverySession(
  db: PrismaClient,
  actor: { userId: UserId },
  at: Instant,
): Promise<void> {
  await end(db, { userId: actor.userId }, at);
}

type Which = { userId: UserId; familyId?: string };

async function end(db: PrismaClient, which: Which, at: Instant): Promise<void> {
  await inTransaction(db, async (tx) => {
    const ended = await revokeSessions(tx, which, at);
    if (ended === 0) return;
    await recordAudit(tx, {
      actorUserId: which.userId,
      action: which.familyId ? "user.sign-out" : "user.sign-out-everywhere",
      subjectType: "user",
      subjectId: which.userId,
    });
  });
}
