import type { PrismaClient } from "@/generated/prisma/client";
import { readStaffRights, staffPositions, staffRights } from "@/lib/staff-rights";
import type { Instant } from "@/lib/time/instant";
import { listInvitations, listStaff } from "../colleague-store";
import type { Member } from "../commands/confirm-hours";
import { getRoom } from "../room-store";
import { refuseGrant, refuseInviting, refuseManaging } from "../rules";

/** A pharmacy's staff as one of them sees it, with what they may do about each. */
export async function showColleagues(
  db: PrismaClient,
  { userId, pharmacyId }: Member,
  now: Instant,
) {
  const [staff, { timezone }] = await Promise.all([
    listStaff(db, pharmacyId),
    getRoom(db, pharmacyId),
  ]);
  const me = staff.find((one) => one.userId === userId);
  const mayInvite = me !== undefined && !refuseInviting(me);
  const sent = mayInvite ? await listInvitations(db, pharmacyId) : [];
  const mine = me ? readStaffRights(me.position, me.permissions) : new Set();
  return {
    /** The pharmacy's own clock. */
    timezone,
    mayInvite,
    mayLeave:
      me?.position !== "owner" ||
      staff.filter(({ position, isActive }) => position === "owner" && isActive).length > 1,
    /** What they may give others. */
    positions: staffPositions.filter(
      (position) => me && !refuseGrant(me, { position, permissions: null }),
    ),
    grantable: staffRights.filter((right) => mine.has(right)),
    colleagues: staff.map((one) => {
      const { id, name, email, position, permissions, joinedOn, revision } = one;
      return {
        id,
        name,
        email,
        position,
        joinedOn,
        revision,
        rights: [...readStaffRights(position, permissions)],
        isMe: one === me,
        mayManage: me !== undefined && !refuseManaging(me, one),
      };
    }),
    invitations: sent.map((one) => ({
      ...one,
      isExpired: one.expiresAt.epochMilliseconds <= now.epochMilliseconds,
    })),
  };
}
export type Colleagues = Awaited<ReturnType<typeof showColleagues>>;
