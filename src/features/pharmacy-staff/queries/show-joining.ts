import { getProfile } from "@/features/accounts/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { RefusalCode } from "@/lib/refusal";
import type { StaffPosition } from "@/lib/staff-rights";
import type { Instant } from "@/lib/time/instant";
import type { Actor } from "@/server/actor";
import { findOwnClaim, type OwnClaim } from "../claim-store";
import { listToAddress } from "../invitation-store";
import { findJoinFacts } from "../join-store";
import { invitationState, refuseJoining } from "../rules";

export type Joining = {
  /** What keeps this account from joining; null where nothing does. */
  obstacle: RefusalCode | null;
  claim: OwnClaim | null;
  /** To the confirmed address of this account. */
  invitations: { id: string; pharmacy: string; position: StaffPosition; by: string | null }[];
  person: { givenName: string; familyName: string; phone: string };
};

/** How somebody stands on the way to a pharmacy's staff. */
export async function showJoining(db: PrismaClient, actor: Actor, now: Instant): Promise<Joining> {
  const [facts, claim, sent, profile] = await Promise.all([
    findJoinFacts(db, actor.userId, now),
    findOwnClaim(db, actor.userId),
    actor.isEmailVerified ? listToAddress(db, actor.email, now) : [],
    getProfile(db, actor.userId),
  ]);
  const { givenName, familyName, phone } = profile;
  return {
    obstacle: (facts && refuseJoining(facts)?.code) ?? null,
    claim,
    invitations: sent
      .filter((one) => invitationState(one, now) === "open")
      .map(({ id, pharmacy, position, inviterName: by }) => ({ id, pharmacy, position, by })),
    person: { givenName, familyName, phone },
  };
}
