import type { z } from "zod";
import { savePerson } from "@/features/accounts/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { violatedConstraint } from "@/server/violation";
import { insertClaim } from "../claim-store";
import { findListed, lockJoinFacts } from "../join-store";
import { refuseJoining } from "../rules";
import type { claimInput } from "../schema";

/** Locks who asks. Refuses SESSION_ENDED, and as `refuseJoining` does. */
export async function admitJoining(tx: Tx, userId: UserId, now: Instant): Promise<void> {
  const facts = await lockJoinFacts(tx, userId, now);
  const refusal = facts ? refuseJoining(facts) : refuse("SESSION_ENDED");
  if (refusal) throw new RefusalError(refusal);
}

/** Turns the database's word about one claim at a time into CLAIM_OPEN. */
export function refuseSecondClaim(error: unknown): never {
  if (violatedConstraint(error) === "pharmacy_claims_one_open")
    throw new RefusalError(refuse("CLAIM_OPEN"));
  throw error;
}

/**
 * Asks for a pharmacy that is here already; an administrator decides. The account stays what it is
 * until then. Refuses NOT_FOUND for one that is not listed, CLAIM_OPEN, and as `refuseJoining` does.
 */
export async function claimPharmacy(
  db: PrismaClient,
  { userId }: { userId: UserId },
  { pharmacyId, answers }: z.infer<typeof claimInput>,
  now: Instant,
): Promise<void> {
  const { person, role: position, licenseNumber, words } = answers;
  await inTransaction(db, async (tx) => {
    await admitJoining(tx, userId, now);
    if (!(await findListed(tx, pharmacyId))) throw new RefusalError(refuse("NOT_FOUND"));
    await savePerson(tx, userId, person);
    const claim = { userId, pharmacyId, position, licenseNumber, words, isProposal: false };
    const claimId = await insertClaim(tx, claim, now);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.claim",
      subjectType: "pharmacy",
      subjectId: pharmacyId,
      details: { claimId, position },
    });
  }).catch(refuseSecondClaim);
}
