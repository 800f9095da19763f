import type { z } from "zod";
import { savePerson } from "@/features/accounts/store";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { findInvitation, markAccepted, type StoredInvitation } from "../invitation-store";
import { insertStaff, lockJoinFacts, lockPharmacyName } from "../join-store";
import { acceptedMessage } from "../messages";
import { invitationState, isSameAddress, refuseJoining } from "../rules";
import type { acceptInput } from "../schema";
import { tokenHashOf } from "../token";
import { withdrawOpen } from "./withdraw-claim";

type Input = z.infer<typeof acceptInput>;

/**
 * Makes the one who was invited one of the pharmacy's staff. Sent twice, it happens once. Refuses
 * NOT_FOUND, INVITATION_NOT_YOURS to another address, INVITATION_GONE, and as `refuseJoining` does.
 */
export async function acceptInvitation(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { by, person }: Input,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const facts = await lockJoinFacts(tx, userId, now);
    // The address as it was confirmed, not as it was when the request began.
    const invitation = facts && (await lockInvitation(tx, facts.email, by));
    if (!facts || !invitation) throw new RefusalError(refuse("NOT_FOUND"));
    const { id, pharmacyId, pharmacy, position, inviterId } = invitation;
    if (invitation.acceptedBy === userId && facts.isStaff) return;
    const isOpen = invitationState(invitation, now) === "open";
    const refusal = isOpen ? refuseJoining(facts) : refuse("INVITATION_GONE");
    if (refusal) throw new RefusalError(refusal);
    if (!(await markAccepted(tx, id, userId, now)))
      throw new RefusalError(refuse("INVITATION_GONE"));
    await withdrawOpen(tx, userId, now);
    await savePerson(tx, userId, person);
    const staff = { userId, pharmacyId, position, licenseNumber: null, permissions: null };
    await insertStaff(tx, staff, now);
    const name = `${person.givenName} ${person.familyName}`;
    if (inviterId) await tx.$executeRaw(messagesSql([acceptedMessage(inviterId, pharmacy, name)]));
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.accept-invitation",
      subjectType: "pharmacy",
      subjectId: pharmacyId,
      details: {
        invitationId: id,
        before: { role: facts.role },
        after: { role: "pharmacy", position },
      },
    });
  });
}

/** Read once more after the pharmacy is locked, so that it is not withdrawn meanwhile. */
async function lockInvitation(
  tx: Tx,
  email: string,
  by: Input["by"],
): Promise<StoredInvitation | null> {
  const key = "token" in by ? { tokenHash: tokenHashOf(by.token) } : by;
  const found = await findInvitation(tx, key);
  if (!found) return null;
  if (!isSameAddress(found.email, email)) {
    if ("token" in by) throw new RefusalError(refuse("INVITATION_NOT_YOURS"));
    return null;
  }
  await lockPharmacyName(tx, found.pharmacyId);
  return findInvitation(tx, key);
}
