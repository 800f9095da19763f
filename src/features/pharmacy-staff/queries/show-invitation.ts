import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { StaffPosition } from "@/lib/staff-rights";
import type { Instant } from "@/lib/time/instant";
import { findInvitation } from "../invitation-store";
import { type InvitationState, invitationState, maskAddress } from "../rules";
import { tokenHashOf } from "../token";

export type ShownInvitation = {
  state: InvitationState;
  pharmacy: string;
  position: StaffPosition;
  by: string | null;
  /** The address it went to, all but its first letter covered. */
  sentTo: string;
};

/** What the link of an invitation leads to, for whoever holds it. Refuses NOT_FOUND. */
export async function showInvitation(
  db: PrismaClient,
  token: string,
  now: Instant,
): Promise<ShownInvitation> {
  const invitation = await findInvitation(db, { tokenHash: tokenHashOf(token) });
  if (!invitation) throw new RefusalError(refuse("NOT_FOUND"));
  const { pharmacy, position, inviterName: by, email } = invitation;
  return {
    state: invitationState(invitation, now),
    pharmacy,
    position,
    by,
    sentTo: maskAddress(email),
  };
}
