import { listScheduleFacts } from "@/features/schedules/store";
import type { DoctorId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { clinicDateOf } from "@/lib/time/zone";
import type { Db } from "@/server/db";
import { type Holiday, holidaysOf } from "../holidays";
import { type ExceptionRow, listExceptions } from "../time-off-store";

export type TimeOffClinic = {
  associationId: string;
  name: string;
  timezone: string;
  /** Of its country and region, for a year; those on which the doctor is off already are marked. */
  holidays: (Holiday & { isOff: boolean })[];
};

export type TimeOff = {
  /** The first of the clinics' dates today, for the smallest date to choose. */
  today: string;
  exceptions: ExceptionRow[];
  clinics: TimeOffClinic[];
};

/** What is coming beyond the weekly hours, and the holidays that could be. */
export async function getTimeOff(db: Db, doctorId: DoctorId, now: Instant): Promise<TimeOff> {
  const all = await listScheduleFacts(db, { doctorId }, now);
  const current = all.filter(({ facts }) => facts.status !== "ended");
  const dates = current.map(({ clinic }) => clinicDateOf(now, clinic.timezone));
  const today = dates.toSorted((a, b) => (a.toString() < b.toString() ? -1 : 1))[0];
  const from = today ?? clinicDateOf(now, "UTC");
  const exceptions = await listExceptions(db, doctorId, { from });
  const clinics = await Promise.all(
    current.map(async ({ id, clinic }) => ({
      associationId: id,
      name: clinic.name,
      timezone: clinic.timezone,
      holidays: (await holidaysOf(clinic, from)).map((holiday) => ({
        ...holiday,
        isOff: exceptions.some((one) => isOffOn(one, holiday.date, id)),
      })),
    })),
  );
  return { today: from.toString(), exceptions, clinics };
}

function isOffOn(one: ExceptionRow, date: string, associationId: string): boolean {
  const isHere = one.associationId === null || one.associationId === associationId;
  return isHere && one.kind === "time_off" && one.firstDate <= date && date <= one.lastDate;
}
