import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Tx } from "@/server/db";
import { type SessionTicket, sessionLifetime } from "@/server/session-cookie";
import type { TokenFacts } from "./rules";
import { hashOf, newSecret } from "./tickets";

/** A renewed secret is kept for this long; after that it counts as one we never gave out. */
const renewedKept = { hours: 24 } as const;

/**
 * Keeps the hash of a secret, valid for the lifetime of a session. Every token of a family has as
 * `createdAt` when the session was opened, so that this outlives the first token.
 */
async function addToken(
  tx: Tx,
  ticket: SessionTicket,
  at: Instant,
  openedAt: Date | null,
): Promise<void> {
  await tx.refreshToken.create({
    data: {
      userId: ticket.userId,
      familyId: ticket.familyId,
      token: hashOf(ticket.secret),
      createdAt: openedAt,
      expiresAt: toDate(at.add(sessionLifetime)),
    },
  });
}

/** Begins a session: a new family with its first secret. Also clears away the person's expired ones. */
export async function openSession(tx: Tx, userId: UserId, at: Instant): Promise<SessionTicket> {
  await tx.refreshToken.deleteMany({ where: { userId, expiresAt: { lt: toDate(at) } } });
  const secret = newSecret();
  const ticket = { userId, familyId: randomUUID(), secret, rotatedAt: at.epochMilliseconds };
  await addToken(tx, ticket, at, toDate(at));
  return ticket;
}

const tokenRow = z.object({
  id: z.uuid(),
  is_revoked: z.boolean(),
  expires_at: z.date(),
  rotated_at: z.date().nullable(),
});

/** The token of this ticket, locked, so that of two renewals at once one waits for the other. */
export async function lockToken(
  tx: Tx,
  ticket: SessionTicket,
): Promise<({ id: string } & TokenFacts) | null> {
  const rows = await tx.$queryRaw(Prisma.sql`
    SELECT id, is_revoked IS TRUE AS is_revoked, expires_at, rotated_at FROM refresh_tokens
    WHERE token = ${hashOf(ticket.secret)} AND family_id = ${ticket.familyId}::uuid
      AND user_id = ${ticket.userId}::uuid
    FOR UPDATE`);
  const row = tokenRow.optional().parse((rows as unknown[])[0]);
  return row
    ? {
        id: row.id,
        isRevoked: row.is_revoked,
        expiresAt: fromDate(row.expires_at),
        rotatedAt: row.rotated_at && fromDate(row.rotated_at),
      }
    : null;
}

/** Marks a secret as renewed, keeps its successor and clears away the family's old ones. */
export async function replaceToken(
  tx: Tx,
  id: string,
  successor: SessionTicket,
  at: Instant,
): Promise<void> {
  const { createdAt } = await tx.refreshToken.update({
    where: { id },
    data: { rotatedAt: toDate(at) },
    select: { createdAt: true },
  });
  await addToken(tx, successor, at, createdAt);
  const { userId, familyId } = successor;
  const renewedBefore = toDate(at.subtract(renewedKept));
  const isOld = [{ expiresAt: { lt: toDate(at) } }, { rotatedAt: { lt: renewedBefore } }];
  await tx.refreshToken.deleteMany({ where: { userId, familyId, OR: isOld } });
}

type Which = { userId: UserId; familyId?: string; openedBefore?: Instant };

/**
 * Ends one session of a person, all of them, or those opened before an instant; says how many tokens
 * that ended.
 */
export async function revokeSessions(tx: Tx, which: Which, at: Instant): Promise<number> {
  const { openedBefore, ...whose } = which;
  const opened = openedBefore && { createdAt: { lt: toDate(openedBefore) } };
  const { count } = await tx.refreshToken.updateMany({
    where: { ...whose, ...opened, isRevoked: { not: true } },
    data: { isRevoked: true, revokedAt: toDate(at) },
  });
  return count;
}
