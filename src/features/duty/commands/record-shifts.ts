import type { UserId } from "@/lib/ids";
import { instantOf } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import type { Tx } from "@/server/db";
import type { SeenShift } from "../schema";

/** The record of what became of a district's shifts. */
export async function recordShifts(
  tx: Tx,
  userId: UserId,
  districtId: string,
  action: string,
  change: { before?: readonly SeenShift[]; after?: readonly SeenShift[] },
): Promise<void> {
  const write = (shifts: readonly SeenShift[] = []) =>
    shifts.map(({ pharmacyId, startMs, endMs }) => ({
      pharmacyId,
      startsAt: instantOf(startMs).toString(),
      endsAt: instantOf(endMs).toString(),
    }));
  await recordAudit(tx, {
    actorUserId: userId,
    action,
    subjectType: "district",
    subjectId: districtId,
    details: { before: { shifts: write(change.before) }, after: { shifts: write(change.after) } },
  });
}
