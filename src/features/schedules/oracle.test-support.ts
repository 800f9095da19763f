import { Temporal } from "temporal-polyfill";
import type { Interval } from "@/lib/time/interval";
import type { ScheduleFacts } from "./schema";
import { type WeeklyHours, weekdays } from "./template";

/*
 * The slow, obviously right answer to which slots are free: it looks at the clinic's wall clock
 * every minute and reads the hours from their text. It shares no code with the engine.
 */

const MINUTE = 60_000;

/** A schedule with its hours as a person wrote them. */
export type OracleFacts = Omit<ScheduleFacts, "template"> & { hours: WeeklyHours };

/** A minute and what the wall reads then, "2026-11-01 01:30", which sorts as text. */
type Reading = { ms: number; wall: string };

/** Starts of every slot that may be booked, ascending. */
export function oracleFreeStarts(
  facts: OracleFacts,
  busy: readonly Interval[],
  now: Temporal.Instant,
): number[] {
  const days = facts.horizonDays + 1;
  const nowMs = now.epochMilliseconds;
  if (facts.status !== "active" || !facts.isBookingEnabled) return [];
  const readings = readWall(facts.timezone, nowMs, days);
  const wallAt = new Map(readings.map(({ ms, wall }) => [ms, wall]));
  const today = now.toZonedDateTimeISO(facts.timezone).toPlainDate();
  const horizon = today.add({ days: facts.horizonDays }).toString();
  const length = facts.durationMinutes * MINUTE;
  const starts: number[] = [];
  for (const { startMs, endMs } of windowsOn(facts, readings, today, days)) {
    for (let at = startMs; at + length <= endMs; at += length) {
      const isTaken = busy.some((one) => at < one.endMs && one.startMs < at + length);
      const isInTime = at >= nowMs + facts.noticeMinutes * MINUTE;
      const isNear = (wallAt.get(at) ?? "9").slice(0, 10) <= horizon;
      if (!isTaken && isInTime && isNear) starts.push(at);
    }
  }
  return starts.sort((a, b) => a - b);
}

function windowsOn(
  facts: OracleFacts,
  readings: Reading[],
  today: Temporal.PlainDate,
  days: number,
): Interval[] {
  const windows: Interval[] = [];
  for (let offset = -1; offset <= days; offset++) {
    const date = today.add({ days: offset });
    if (facts.startDate && Temporal.PlainDate.compare(date, facts.startDate) < 0) continue;
    if (facts.endDate && Temporal.PlainDate.compare(date, facts.endDate) > 0) continue;
    for (const text of facts.hours[weekdays[date.dayOfWeek - 1] ?? "monday"] ?? []) {
      const [start = "", end = ""] = text.split("-");
      const endDate = end < start ? date.add({ days: 1 }) : date;
      const startMs = firstAt(readings, `${date} ${start}`);
      const endMs =
        end === "24:00"
          ? firstAt(readings, `${date.add({ days: 1 })} 00:00`)
          : firstAt(readings, `${endDate} ${end}`);
      if (startMs !== undefined && endMs !== undefined) windows.push({ startMs, endMs });
    }
  }
  return windows;
}

function firstAt(readings: Reading[], wall: string): number | undefined {
  return readings.find((reading) => reading.wall >= wall)?.ms;
}

const walls = new Map<string, Reading[]>();

/** Readings of each minute from two UTC days before to `days` + 2 after; kept by day. */
function readWall(zone: string, aroundMs: number, days: number): Reading[] {
  const readings: Reading[] = [];
  const day = Math.floor(aroundMs / 86_400_000);
  for (let each = day - 2; each <= day + days + 2; each++) readings.push(...readDay(zone, each));
  return readings;
}

function readDay(zone: string, day: number): Reading[] {
  const key = `${zone} ${day}`;
  const known = walls.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const readings: Reading[] = [];
  for (let minute = 0; minute < 1440; minute++) {
    const ms = day * 86_400_000 + minute * MINUTE;
    readings.push({ ms, wall: format.format(ms) });
  }
  walls.set(key, readings);
  return readings;
}
