import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { readStaffRights, staffPositions, staffRights } from "@/lib/staff-rights";
import type { Instant } from "@/lib/time/instant";
import { listInvitations, listStaff } from "../colleague-store";
import type { Member } from "../commands/confirm-hours";
import { refuseGrant, refuseInviting, refuseManaging } from "../rules";

/** A pharmacy's staff as one of them sees it, with what they may do about each. */
export async function showColleagues(
  db: PrismaClient,
  { userId, pharmacyId }: Member,
  now: Instant,
) {
  const staff = await listStaff(db, pharmacyId);
  const me = staff.find((one) => one.userId === (userId as UserId));
  const mayInvite = me !== undefined && !refuseInviting(me);
  const sent = mayInvite ? await listInvitations(db, pharmacyId) : [];
  const mine = me ? readStaffRights(me.position, me.permissions) : new Set();
  return {
    mayInvite,
    mayLeave:
      me?.position !== "owner" || staff.filter(({ position }) => position === "owner").length > 1,
    /** What they may give others. */
    positions: staffPositions.filter(
      (position) => me && !refuseGrant(me, { position, permissions: null }),
    ),
    grantable: staffRights.filter((right) => mine.has(right)),
    colleagues: staff.map(({ permissions, userId: id, ...one }) => ({
      ...one,
      rights: [...readStaffRights(one.position, permissions)],
      isMe: id === userId,
      mayManage: me !== undefined && !refuseManaging(me, staff.find((s) => s.id === one.id) ?? me),
    })),
    invitations: sent.map(({ expiresAt, createdAt: _, ...one }) => ({
      ...one,
      expiresAt,
      isExpired: expiresAt.epochMilliseconds <= now.epochMilliseconds,
    })),
  };
}
export type Colleagues = Awaited<ReturnType<typeof showColleagues>>;
