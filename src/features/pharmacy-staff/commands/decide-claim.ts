import type { z } from "zod";
import { revokeSessions } from "@/features/accounts/session-store";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { closeClaim, findClaimant, type LockedClaim, lockClaim } from "../claim-store";
import { insertStaff, lockJoinFacts, lockPharmacyName } from "../join-store";
import { approvedMessage, rejectedMessage } from "../messages";
import { closeProposal } from "../room-store";
import { refuseJoining } from "../rules";
import type { decideInput } from "../schema";

/** The product's now, and the real one, by which sessions go. */
type Clocks = { now: Instant; realNow: Instant };
type Decision = z.infer<typeof decideInput>;

/**
 * Approves a claim, which makes its person one of the pharmacy's staff and ends their sessions, or
 * rejects it with a reason. A pharmacy put forward is not listed by that: verifying it does. Refuses
 * NOT_FOUND, OWN_APPLICATION, ALREADY_DECIDED, and an approval CHANGED_MEANWHILE for a pharmacy that was
 * switched off, and as `refuseJoining` does.
 */
export async function decideClaim(
  db: PrismaClient,
  { userId }: { userId: UserId },
  decision: Decision,
  clocks: Clocks,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const claimant = await findClaimant(tx, decision.claimId);
    if (!claimant) throw new RefusalError(refuse("NOT_FOUND"));
    // The account first, as everything that changes who somebody is.
    const facts = await lockJoinFacts(tx, claimant, clocks.now);
    const claim = await lockClaim(tx, decision.claimId);
    const pharmacy = claim && (await lockPharmacyName(tx, claim.pharmacyId));
    if (!facts || !claim || !pharmacy) throw new RefusalError(refuse("NOT_FOUND"));
    if (claimant === userId) throw new RefusalError(refuse("OWN_APPLICATION"));
    if (claim.status !== "open") {
      if (isRepeated(claim, userId, decision)) return;
      throw new RefusalError(refuse("ALREADY_DECIDED"));
    }
    const isApproved = decision.verdict === "approve";
    const closed = pharmacy.isActive ? null : refuse("CHANGED_MEANWHILE");
    const refusal = isApproved ? (closed ?? refuseJoining(facts)) : null;
    if (refusal) throw new RefusalError(refusal);
    if (isApproved) await approve(tx, claim, pharmacy, clocks);
    else await reject(tx, claim, pharmacy.name, decision.reason);
    await closeClaim(
      tx,
      claim.id,
      {
        status: isApproved ? "approved" : "rejected",
        decidedBy: userId,
        reason: isApproved ? null : decision.reason,
      },
      clocks.now,
    );
    await recordAudit(tx, {
      actorUserId: userId,
      action: isApproved ? "pharmacy.approve-claim" : "pharmacy.reject-claim",
      subjectType: "pharmacy",
      subjectId: claim.pharmacyId,
      details: {
        claimId: claim.id,
        ...(isApproved ? {} : { reason: decision.reason }),
        before: { role: facts.role },
        after: isApproved
          ? { role: "pharmacy", userId: claimant, position: claim.position }
          : { role: facts.role },
      },
    });
  });
}

const statusOf = { approve: "approved", reject: "rejected" } as const;

/** The same decision by the same person, of which the answer was lost. */
function isRepeated(claim: LockedClaim, userId: UserId, { verdict }: Decision): boolean {
  return claim.decidedBy === userId && claim.status === statusOf[verdict];
}

type Pharmacy = { name: string; isListed: boolean };

async function approve(tx: Tx, claim: LockedClaim, { name, isListed }: Pharmacy, clocks: Clocks) {
  await insertStaff(tx, { ...claim, permissions: null }, clocks.now);
  await revokeSessions(tx, { userId: claim.userId }, clocks.realNow);
  await tx.$executeRaw(messagesSql([approvedMessage(claim.userId, name, isListed)]));
}

async function reject(tx: Tx, claim: LockedClaim, name: string, reason: string) {
  if (claim.isProposal) await closeProposal(tx, claim.pharmacyId);
  await tx.$executeRaw(messagesSql([rejectedMessage(claim.userId, name, reason)]));
}
