import type { WeeklyHours } from "@/features/schedules/template";
import type { AssociationId, DoctorId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { listOwnAssociations } from "../association-store";
import { windowsElsewhere } from "../elsewhere";
import type { SavedHours } from "../hours-form";
import type { Elsewhere } from "../week";

export type HoursPage = {
  clinic: { name: string; timezone: string };
  status: "active" | "on_leave" | "ended";
  saved: SavedHours;
  /** The doctor's hours at other clinics, on this clinic's clock. */
  elsewhere: Elsewhere[];
};

/** What the hours page begins with, and compares with after a save elsewhere. Refuses NOT_FOUND. */
export async function getHours(
  db: Db,
  doctorId: DoctorId,
  associationId: AssociationId,
  now: Instant,
): Promise<HoursPage> {
  const all = await listOwnAssociations(db, doctorId, now);
  const own = all.find(({ id }) => id === associationId);
  if (!own) throw new RefusalError(refuse("NOT_FOUND"));
  const others = all.filter(({ id, status }) => id !== associationId && status !== "ended");
  return {
    clinic: { name: own.clinic.name, timezone: own.clinic.timezone },
    status: own.status,
    saved: {
      revision: own.revision,
      hours: own.hours as WeeklyHours,
      durationMinutes: own.durationMinutes,
      bufferBeforeMinutes: own.bufferBeforeMinutes,
      bufferAfterMinutes: own.bufferAfterMinutes,
      noticeMinutes: own.noticeMinutes,
      horizonDays: own.horizonDays,
      cancellationNoticeMinutes: own.cancellationNoticeMinutes,
      maxPerDay: own.maxPerDay,
    },
    elsewhere: windowsElsewhere(
      others.map(({ clinic, hours }) => ({
        clinicName: clinic.name,
        timezone: clinic.timezone,
        hours,
      })),
      own.clinic.timezone,
      now.epochMilliseconds,
    ),
  };
}
