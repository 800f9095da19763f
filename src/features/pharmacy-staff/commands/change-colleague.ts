import type { z } from "zod";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError } from "@/lib/refusal";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { updateStaff } from "../colleague-store";
import { changedMessage } from "../messages";
import { ownPermissions, refuseGrant, refuseLastOwner, refuseManaging } from "../rules";
import type { colleagueInput } from "../schema";
import type { Member } from "./confirm-hours";
import { colleagueSeen, lockColleagues } from "./lock-colleagues";

/**
 * Gives a colleague another position or other rights, and tells them. Refuses NOT_FOUND,
 * CHANGED_MEANWHILE, NOT_ALLOWED as `refuseManaging` does, GRANTS_TOO_MUCH and LAST_OWNER.
 */
export async function changeColleague(
  db: PrismaClient,
  member: Member,
  input: z.infer<typeof colleagueInput>,
): Promise<void> {
  const { staffId, expectedRevision, position } = input;
  const permissions = ownPermissions(position, input.permissions);
  await inTransaction(db, async (tx) => {
    const { pharmacy, me, all, owners } = await lockColleagues(tx, member);
    const target = colleagueSeen(all, staffId, expectedRevision);
    const refusal =
      refuseManaging(me, target) ??
      refuseGrant(me, { position, permissions }) ??
      refuseLastOwner(target, position, owners);
    if (refusal) throw new RefusalError(refusal);
    await updateStaff(tx, staffId, position, permissions);
    await tx.$executeRaw(messagesSql([changedMessage(target.userId, pharmacy, position)]));
    await recordAudit(tx, {
      actorUserId: member.userId,
      action: "pharmacy.change-colleague",
      subjectType: "pharmacy",
      subjectId: member.pharmacyId,
      details: {
        userId: target.userId,
        before: { position: target.position, permissions: target.permissions ?? null },
        after: { position, permissions },
      },
    });
  });
}
