import type { z } from "zod";
import { type Association, listScheduleFacts } from "@/features/schedules/store";
import { openWindows } from "@/features/schedules/windows";
import type { DoctorId } from "@/lib/ids";
import { type Instant, textOfMs } from "@/lib/time/instant";
import type { TimeRange } from "@/lib/time/interval";
import { clinicDateOf, dayRange, resolveWall } from "@/lib/time/zone";
import type { Db } from "@/server/db";
import type { rangeInput } from "../agenda-schema";
import { listBlocked, listTimeOff, listVisits } from "../day-store";

/**
 * Some days of a doctor's calendar, in the zone of their primary clinic: appointments, hours, blocked
 * time and time off at all clinics. Four statements, however many days. Instants are ISO texts.
 */
export async function readRange(
  db: Db,
  doctorId: DoctorId,
  { from, days }: z.infer<typeof rangeInput>,
  now: Instant,
) {
  // Exceptions of past days are asked for too, so "now" is not later than the first day.
  const start = resolveWall(from, 0, "UTC");
  const earliest = start.epochMilliseconds < now.epochMilliseconds ? start : now;
  const associations = await listScheduleFacts(db, { doctorId }, earliest);
  const timezone = associations[0]?.facts.timezone ?? "UTC";
  const range = dayRange(from, timezone, days);
  const last = from.add({ days: days - 1 });
  const [appointments, blocked, timeOff] = await Promise.all([
    listVisits(db, doctorId, range),
    listBlocked(db, doctorId, range),
    listTimeOff(db, doctorId, from, last),
  ]);
  return {
    timezone,
    days: Array.from({ length: days }, (_, index) => from.add({ days: index }).toString()),
    appointments,
    blocked,
    open: associations.flatMap((association) => openIn(association, range)),
    timeOff,
    associations: associations.filter((one) => isCurrent(one, now)).map(choiceOf),
  };
}

/** When the doctor sees patients there: no hours at all while on leave. */
function openIn({ id, clinic, facts }: Association, { from, to }: TimeRange) {
  if (facts.status === "on_leave") return [];
  const windows = openWindows(facts, from.epochMilliseconds, to.epochMilliseconds);
  return Array.from(windows, ({ startMs, endMs }) => ({
    associationId: id,
    clinicName: clinic.name,
    startsAt: textOfMs(startMs),
    endsAt: textOfMs(endMs),
  }));
}

function isCurrent({ facts }: Association, now: Instant): boolean {
  const today = clinicDateOf(now, facts.timezone).toString();
  return facts.endDate === null || facts.endDate.toString() >= today;
}

function choiceOf({ id, clinic, facts }: Association) {
  const { timezone, durationMinutes } = facts;
  return { id, clinicName: clinic.name, timezone, durationMinutes };
}
