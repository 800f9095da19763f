import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { closeClaim, findOpenClaim, lockClaim } from "../claim-store";
import { lockJoinFacts } from "../join-store";
import { closeProposal } from "../room-store";

/** Takes back one's own open claim, and with it the pharmacy put forward; without one, nothing happens. */
export async function withdrawClaim(
  db: PrismaClient,
  { userId }: { userId: UserId },
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockJoinFacts(tx, userId, now);
    await withdrawOpen(tx, userId, now);
  });
}

/** The same within a transaction that holds the account. */
export async function withdrawOpen(tx: Tx, userId: UserId, now: Instant): Promise<void> {
  const open = await findOpenClaim(tx, userId);
  const claim = open && (await lockClaim(tx, open.id));
  if (claim?.status !== "open") return;
  await closeClaim(tx, claim.id, { status: "withdrawn", decidedBy: userId, reason: null }, now);
  if (claim.isProposal) await closeProposal(tx, claim.pharmacyId);
  await recordAudit(tx, {
    actorUserId: userId,
    action: "pharmacy.withdraw-claim",
    subjectType: "pharmacy",
    subjectId: claim.pharmacyId,
    details: { claimId: claim.id },
  });
}
