import { Temporal } from "temporal-polyfill";
import type { Interval } from "@/lib/time/interval";
import type { ScheduleFacts } from "./schema";
import { type WeeklyHours, weekdays } from "./template";

/*
 * The slow, obviously right answer to which slots are free: it looks at the clinic's wall clock
 * every minute and reads the hours from their text. It shares no code with the engine.
 */

const MINUTE = 60_000;

/** Days on which the hours are others, as a person wrote them: dates as "2026-11-02". */
export type OracleException = {
  kind: "time_off" | "other_hours" | "extra_hours";
  first: string;
  last: string;
  windows: string[];
  isForAll: boolean;
};

/** A visit of the doctor, with the minutes around it that it was booked with. */
export type OracleVisit = Interval & { before: number; after: number; isHere: boolean };

type Told = "template" | "exceptions" | "blocked" | "fullDays";

/** A schedule with its hours as a person wrote them. */
export type OracleFacts = Omit<ScheduleFacts, Told> & {
  hours: WeeklyHours;
  exceptions: OracleException[];
  blocked: Interval[];
};

/** A minute and what the wall reads then, "2026-11-01 01:30", which sorts as text. */
type Reading = { ms: number; wall: string };

/** Starts of every slot that may be booked, ascending. */
export function oracleFreeStarts(
  facts: OracleFacts,
  visits: readonly OracleVisit[],
  now: Temporal.Instant,
): number[] {
  const nowMs = now.epochMilliseconds;
  if (facts.status !== "active" || !facts.isBookingEnabled) return [];
  const readings = readWall(facts.timezone, nowMs, facts.horizonDays + 1);
  const wallAt = new Map(readings.map(({ ms, wall }) => [ms, wall]));
  const dateAt = (ms: number) => (wallAt.get(ms) ?? "9").slice(0, 10);
  const today = now.toZonedDateTimeISO(facts.timezone).toPlainDate();
  const horizon = today.add({ days: facts.horizonDays }).toString();
  const length = facts.durationMinutes * MINUTE;
  const before = facts.bufferBeforeMinutes * MINUTE;
  const after = facts.bufferAfterMinutes * MINUTE;
  const isTaken = (at: number) =>
    visits.some(
      (one) =>
        at - before < one.endMs + one.after * MINUTE &&
        one.startMs - one.before * MINUTE < at + length + after,
    );
  const isBlocked = (at: number) =>
    facts.blocked.some((one) => at < one.endMs && one.startMs < at + length);
  const isFull = (at: number) =>
    facts.maxPerDay !== null &&
    visits.filter((one) => one.isHere && dateAt(one.startMs) === dateAt(at)).length >=
      facts.maxPerDay;
  const starts: number[] = [];
  for (const { startMs, endMs } of oracleWindows(facts, now)) {
    for (let at = startMs; at + length <= endMs; at += before + length + after) {
      const isLicensed = !facts.licensedUntil || dateAt(at) <= facts.licensedUntil.toString();
      const isInTime =
        isLicensed && at >= nowMs + facts.noticeMinutes * MINUTE && dateAt(at) <= horizon;
      if (isInTime && !isTaken(at) && !isBlocked(at) && !isFull(at)) starts.push(at);
    }
  }
  return starts.sort((a, b) => a - b);
}

/** The open windows of two days before `now` to one after the horizon. */
export function oracleWindows(facts: OracleFacts, now: Temporal.Instant): Interval[] {
  const days = facts.horizonDays + 1;
  const readings = readWall(facts.timezone, now.epochMilliseconds, days);
  const today = now.toZonedDateTimeISO(facts.timezone).toPlainDate();
  const windows: Interval[] = [];
  let dayBefore: Interval[] = [];
  for (let offset = -2; offset <= days; offset++) {
    const date = today.add({ days: offset });
    const sameDay = stretchesOn(facts, date).flatMap(([start, end]) => {
      const startMs = firstAt(readings, wallOf(date, start));
      const endMs = firstAt(readings, wallOf(date, end));
      return startMs === undefined || endMs === undefined ? [] : [{ startMs, endMs }];
    });
    for (const { startMs, endMs } of sameDay) {
      // Last night is not over yet.
      const nightsEnd = Math.max(startMs, ...dayBefore.map((one) => one.endMs));
      if (nightsEnd < endMs) windows.push({ startMs: nightsEnd, endMs });
    }
    dayBefore = sameDay;
  }
  return windows;
}

/** Looks at each minute of a date and the next: where one stretch of hours starts and ends. */
function stretchesOn(facts: OracleFacts, date: Temporal.PlainDate): [number, number][] {
  if (facts.startDate && Temporal.PlainDate.compare(date, facts.startDate) < 0) return [];
  for (const last of [facts.endDate, facts.licensedUntil])
    if (last && Temporal.PlainDate.compare(date, last) > 0) return [];
  const day = date.toString();
  const told = facts.exceptions.filter((one) => one.first <= day && day <= one.last);
  if (told.some((one) => one.kind === "time_off")) return [];
  const others = told.filter((one) => one.kind === "other_hours");
  const other = others.find((one) => !one.isForAll) ?? others[0];
  const weekly = facts.hours[weekdays[date.dayOfWeek - 1] ?? "monday"] ?? [];
  const usual = (other?.windows ?? weekly).map(minutesOf);
  const extra = told
    .filter((one) => one.kind === "extra_hours")
    .flatMap((one) => one.windows.map(minutesOf));

  const isOpen = (minute: number) =>
    [...usual, ...extra].some(([start, end]) => start <= minute && minute < end);
  const isBridged = (minute: number) =>
    extra.some(([start, end]) => start <= minute && minute <= end);
  const isNewStart = (minute: number) => usual.some(([start]) => start === minute);
  const stretches: [number, number][] = [];
  for (let minute = 0; minute < 2 * 1440; minute++) {
    if (!isOpen(minute)) continue;
    const last = stretches.at(-1);
    const goesOn = last?.[1] === minute && (isBridged(minute) || !isNewStart(minute));
    if (last && goesOn) last[1] = minute + 1;
    else stretches.push([minute, minute + 1]);
  }
  return stretches;
}

/** "22:00-02:00" as minutes from midnight, 1320 and 1560. */
function minutesOf(text: string): [number, number] {
  const [start = 0, end = 0] = text.split("-").map((time) => {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    return hour * 60 + minute;
  });
  return [start, end < start ? end + 1440 : end];
}

function wallOf(date: Temporal.PlainDate, minutes: number): string {
  const time = new Temporal.PlainTime().add({ minutes });
  return `${date.add({ days: Math.floor(minutes / 1440) })} ${time.toString().slice(0, 5)}`;
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
