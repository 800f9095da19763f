import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { revokeSessions } from "../session-store";

type Input = {
  userId: UserId;
  /** Left out: every session of the person ends, on all their devices. */
  familyId?: string;
};

/** Ends a session for good. One that has already ended stays so, without a word. `at` is the real time. */
export async function signOut(db: PrismaClient, input: Input, at: Instant): Promise<void> {
  await inTransaction(db, async (tx) => {
    const ended = await revokeSessions(tx, input, at);
    if (ended === 0) return;
    await recordAudit(tx, {
      actorUserId: input.userId,
      action: input.familyId ? "user.sign-out" : "user.sign-out-everywhere",
      subjectType: "user",
      subjectId: input.userId,
    });
  });
}
