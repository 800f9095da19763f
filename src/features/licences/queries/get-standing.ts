import { todayOf } from "@/features/applications/rules";
import type { DoctorId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Actor } from "@/server/actor";
import type { Db } from "@/server/db";
import { refuseOwn } from "../policy";
import { daysLeft, standingOf } from "../rules";
import { findLicence, listNotices, listRenewals } from "../store";
import { countUnserved } from "../unserved-store";

/** A doctor's licence for an administrator, with what they may do about it. Refuses NOT_FOUND. */
export async function getStanding(
  db: Db,
  administrator: Pick<Actor, "userId" | "rights">,
  { doctorId }: { doctorId: DoctorId },
  now: Instant,
) {
  const [licence, renewals, notices, counts] = await Promise.all([
    findLicence(db, doctorId),
    listRenewals(db, doctorId),
    listNotices(db, doctorId),
    countUnserved(db, doctorId, now),
  ]);
  if (!licence) throw new RefusalError(refuse("NOT_FOUND"));
  const { userId, suspendedById: _, ...rest } = licence;
  const { userId: asker, rights } = administrator;
  const today = todayOf(now);
  const { expiresOn } = licence;
  return {
    ...rest,
    standing: standingOf({ expiresOn, isSuspended: licence.suspendedAt !== null }, today),
    daysLeft: expiresOn === null ? null : daysLeft(expiresOn, today),
    renewals,
    notices,
    open: counts.reduce((sum, { count }) => sum + count, 0),
    isOwn: refuseOwn(asker, [userId]) !== null,
    maySuspend: rights.has("doctors.suspend"),
    mayDecide: rights.has("appointments.decide"),
  };
}
