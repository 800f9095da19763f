import type { PrismaClient } from "@/generated/prisma/client";
import type { StaffPosition } from "@/lib/staff-rights";
import type { Instant } from "@/lib/time/instant";
import { findInvitation } from "../invitation-store";
import { type InvitationState, invitationState, isSameAddress, maskAddress } from "../rules";
import { tokenHashOf } from "../token";

export type ShownInvitation = {
  state: InvitationState;
  pharmacy: string;
  position: StaffPosition;
  by: string | null;
  /** The address it went to, all but its first letter covered. */
  sentTo: string;
};

/** What the link of an invitation leads to, for whoever holds it; null where there is none. */
export async function showInvitation(
  db: PrismaClient,
  token: string,
  now: Instant,
): Promise<ShownInvitation | null> {
  const invitation = await findInvitation(db, { tokenHash: tokenHashOf(token) });
  if (!invitation) return null;
  const { pharmacy, position, inviterName: by, email } = invitation;
  return {
    state: invitationState(invitation, now),
    pharmacy,
    position,
    by,
    sentTo: maskAddress(email),
  };
}

/** Whether the link of an invitation went to this address. */
export async function isInvited(db: PrismaClient, token: string, email: string): Promise<boolean> {
  const invitation = await findInvitation(db, { tokenHash: tokenHashOf(token) });
  return invitation !== null && isSameAddress(invitation.email, email);
}
