import type { z } from "zod";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import {
  countInvitations,
  findByAddress,
  markWithdrawn,
  replaceInvitation,
} from "../invitation-store";
import { invitedMessage } from "../messages";
import { invitationLifetime, isSameAddress, refuseGrant, refuseInviting } from "../rules";
import type { invitationRef, inviteInput } from "../schema";
import { newToken, tokenHashOf } from "../token";
import type { Member } from "./confirm-hours";
import { lockColleagues } from "./lock-colleagues";

/** A pharmacy does not take on more people than this in a day. */
const mostADay = 30;

/**
 * Invites somebody by their address and gives the token of the link, which is said this once. An
 * invitation to the same address that was open ends. Refuses NOT_ALLOWED, GRANTS_TOO_MUCH,
 * INVALID_INPUT at the field for a colleague, and TOO_MANY_TRIES.
 */
export async function inviteColleague(
  db: PrismaClient,
  member: Member,
  { email, position }: z.infer<typeof inviteInput>,
  now: Instant,
): Promise<{ token: string; email: string }> {
  const { userId, pharmacyId } = member;
  const token = newToken();
  await inTransaction(db, async (tx) => {
    const { pharmacy, me, all } = await lockColleagues(tx, member);
    const refusal = refuseInviting(me) ?? refuseGrant(me, { position, permissions: null });
    if (refusal) throw new RefusalError(refusal);
    if (all.some((one) => isSameAddress(one.email, email)))
      throw new RefusalError(refuse("INVALID_INPUT", { fields: { email: "isColleague" } }));
    if ((await countInvitations(tx, pharmacyId, now.subtract({ hours: 24 }))) >= mostADay)
      throw new RefusalError(refuse("TOO_MANY_TRIES"));
    const invitationId = await replaceInvitation(
      tx,
      {
        pharmacyId,
        email,
        position,
        tokenHash: tokenHashOf(token),
        invitedBy: userId,
        expiresAt: now.add(invitationLifetime),
      },
      now,
    );
    const invited = await findByAddress(tx, email);
    if (invited) await tx.$executeRaw(messagesSql([invitedMessage(invited, pharmacy, position)]));
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.invite",
      subjectType: "pharmacy",
      subjectId: pharmacyId,
      details: { invitationId, position },
    });
  });
  return { token, email };
}

/** Takes an invitation back: its link leads nowhere then. Refuses NOT_FOUND and NOT_ALLOWED. */
export async function withdrawInvitation(
  db: PrismaClient,
  member: Member,
  { invitationId }: z.infer<typeof invitationRef>,
  now: Instant,
): Promise<void> {
  const { userId, pharmacyId } = member;
  await inTransaction(db, async (tx) => {
    const { me } = await lockColleagues(tx, member);
    const refusal = refuseInviting(me);
    if (refusal) throw new RefusalError(refusal);
    if (!(await markWithdrawn(tx, invitationId, pharmacyId, now)))
      throw new RefusalError(refuse("NOT_FOUND"));
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.withdraw-invitation",
      subjectType: "pharmacy",
      subjectId: pharmacyId,
      details: { invitationId },
    });
  });
}
