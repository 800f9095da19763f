import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import type { SessionTicket } from "@/server/session-cookie";
import { judgeToken } from "../rules";
import { lockToken, replaceToken, revokeSessions } from "../session-store";
import { nextSecret } from "../tickets";

/**
 * The ticket that follows this one, or null where the session has ended. A secret renewed within the
 * last minute is a request in flight with others: it gets the successor they got, and nothing is
 * renewed. One renewed before that, or that we no longer know, may be in two hands, so its whole
 * family ends. `at` is the real time; `key` is NEXTAUTH_SECRET.
 */
export async function renewSession(
  db: PrismaClient,
  ticket: SessionTicket,
  at: Instant,
  key: string,
): Promise<SessionTicket | null> {
  const { userId, familyId, secret } = ticket;
  const successor = { userId, familyId, secret: nextSecret(secret, key) };
  return inTransaction(db, async (tx) => {
    const token = await lockToken(tx, ticket);
    const verdict = token ? judgeToken(token, at) : "stolen";
    if (verdict === "ended") return null;
    if (!token || verdict === "stolen") {
      await endFamily(tx, userId as UserId, familyId, at);
      return null;
    }
    const madeAt = token.rotatedAt ?? at;
    const next = { ...successor, rotatedAt: madeAt.epochMilliseconds };
    if (verdict === "renew") await replaceToken(tx, token.id, next, at);
    return next;
  });
}

async function endFamily(tx: Tx, userId: UserId, familyId: string, at: Instant): Promise<void> {
  const ended = await revokeSessions(tx, { userId, familyId }, at);
  if (ended === 0) return;
  await recordAudit(tx, {
    actorUserId: userId,
    action: "user.session-reuse-detected",
    subjectType: "user",
    subjectId: userId,
    details: { familyId },
  });
}
