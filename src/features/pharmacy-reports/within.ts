import type { UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import type { Tx } from "@/server/db";
import type { Settlement } from "./form-schema";
import { settleOpenReports } from "./store";

/**
 * Settles every open report of a pharmacy in the caller's transaction, and records it; gives how many.
 * For whoever has just saved its hours ("corrected") or has found them to be right.
 */
export async function settleReportsWithin(
  tx: Tx,
  pharmacyId: string,
  userId: UserId,
  as: Settlement,
  now: Instant,
): Promise<number> {
  const settled = await settleOpenReports(tx, pharmacyId, { userId, as, now });
  if (settled.length > 0)
    await recordAudit(tx, {
      actorUserId: userId,
      action: "pharmacy.settle",
      subjectType: "pharmacy",
      subjectId: pharmacyId,
      details: { before: { open: settled }, after: { settled: as } },
    });
  return settled.length;
}
