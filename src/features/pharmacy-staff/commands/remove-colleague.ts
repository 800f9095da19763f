import type { z } from "zod";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { endStaff, type StaffRow } from "../colleague-store";
import { removedMessage } from "../messages";
import { refuseLastOwner, refuseManaging } from "../rules";
import type { removeInput } from "../schema";
import type { Member } from "./confirm-hours";
import { colleagueSeen, lockColleagues } from "./lock-colleagues";

/**
 * Ends a colleague's place on the staff, at once. Refuses NOT_FOUND, CHANGED_MEANWHILE, NOT_ALLOWED
 * as `refuseManaging` does, and LAST_OWNER.
 */
export async function removeColleague(
  db: PrismaClient,
  member: Member,
  { staffId, expectedRevision }: z.infer<typeof removeInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { pharmacy, me, all, owners } = await lockColleagues(tx, member);
    const target = colleagueSeen(all, staffId, expectedRevision);
    const refusal = refuseManaging(me, target) ?? refuseLastOwner(target, null, owners);
    if (refusal) throw new RefusalError(refusal);
    await end(tx, member, target, now);
    await tx.$executeRaw(messagesSql([removedMessage(target.userId, pharmacy)]));
  });
}

/** Leaves one's own pharmacy. Refuses LAST_OWNER. */
export async function leavePharmacy(db: PrismaClient, member: Member, now: Instant): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { me, owners } = await lockColleagues(tx, member);
    const refusal = refuseLastOwner(me, null, owners);
    if (refusal) throw new RefusalError(refusal);
    await end(tx, member, me, now);
  });
}

async function end(tx: Tx, { userId, pharmacyId }: Member, target: StaffRow, now: Instant) {
  await endStaff(tx, target.id, now);
  await recordAudit(tx, {
    actorUserId: userId,
    action: target.userId === userId ? "pharmacy.leave" : "pharmacy.remove-colleague",
    subjectType: "pharmacy",
    subjectId: pharmacyId,
    details: { userId: target.userId, before: { position: target.position } },
  });
}
