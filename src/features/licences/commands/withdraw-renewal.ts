import type { PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { lockLicence, lockOwnRenewal, updateWithdrawn } from "../store";

/**
 * Takes back a doctor's own renewal that waits; sent twice, it does so once. Refuses NOT_FOUND
 * (another's too) and ALREADY_DECIDED.
 */
export async function withdrawRenewal(
  db: PrismaClient,
  { userId, doctorId }: { userId: UserId; doctorId: DoctorId },
  { renewalId }: { renewalId: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    // The doctor before what is theirs, as whoever decides does.
    await lockLicence(tx, doctorId);
    const renewal = await lockOwnRenewal(tx, doctorId, renewalId);
    if (!renewal) throw new RefusalError(refuse("NOT_FOUND"));
    if (renewal.status === "withdrawn") return;
    if (renewal.status !== "waiting") throw new RefusalError(refuse("ALREADY_DECIDED"));
    await updateWithdrawn(tx, renewalId);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "renewal.withdraw",
      subjectType: "renewal",
      subjectId: renewalId,
      details: { doctorId },
    });
  });
}
