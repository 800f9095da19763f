import { MS_PER_DAY, MS_PER_MINUTE, weekdayIndexOf } from "@/lib/time/civil";
import type { Interval } from "@/lib/time/interval";
import { type PlainDate, toEpochDay } from "@/lib/time/plain-date";
import { type ZoneClock, zoneClock } from "@/lib/time/zone-clock";
import type { ScheduleFacts } from "./schema";
import type { Window } from "./template";

/** Instants between which a slot may start now: `fromMs` belongs to it, `toMs` does not. */
export function bookableSpan(
  facts: ScheduleFacts,
  nowMs: number,
): { fromMs: number; toMs: number } {
  const clock = zoneClock(facts.timezone);
  const afterHorizon = clock.epochDayAt(nowMs) + facts.horizonDays + 1;
  return {
    fromMs: nowMs + Math.max(0, facts.noticeMinutes) * MS_PER_MINUTE,
    toMs: clock.firstReading(afterHorizon * MS_PER_DAY),
  };
}

/** A window of one clinic date (days since 1970) as it is written, and when it is open. */
export type WrittenWindow = Interval & { day: number; window: Window };

/**
 * The windows of a schedule that share time with [fromMs, toMs), ascending and disjoint, in exact
 * time. A window belongs to the clinic date on which it starts: that date has the weekday and the
 * exceptions and must lie within the association and the licence, even if the window runs past midnight. Where
 * exceptions let it run into a window of the next date, that one begins when it ends. A window that
 * falls wholly into a gap of the clock is none.
 */
export function* openWindows(
  facts: ScheduleFacts,
  fromMs: number,
  toMs: number,
): Generator<Interval> {
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const { endMs, ...window } of windowsFrom(facts, fromMs, toMs, windowsOn)) {
    const startMs = Math.max(lastEnd, window.startMs);
    if (startMs >= toMs) return;
    if (endMs <= startMs) continue;
    lastEnd = endMs;
    if (endMs > fromMs) yield { startMs, endMs };
  }
}

/**
 * The windows as they are written, each by itself: extra hours may overlap others. By start, and also
 * after the licence, which will be renewed.
 */
export function* writtenWindows(
  facts: ScheduleFacts,
  fromMs: number,
  toMs: number,
): Generator<WrittenWindow> {
  const asWritten = (_: ScheduleFacts, day: number) => {
    const { hours, extra } = hoursOn(facts, day);
    return [...hours, ...extra].sort(byStart);
  };
  const renewed = { ...facts, licensedUntil: null };
  for (const window of windowsFrom(renewed, fromMs, toMs, asWritten))
    if (window.endMs > Math.max(fromMs, window.startMs) && window.startMs < toMs) yield window;
}

function* windowsFrom(
  facts: ScheduleFacts,
  fromMs: number,
  toMs: number,
  windowsOf: (facts: ScheduleFacts, day: number) => readonly Window[],
): Generator<WrittenWindow> {
  const hasHours = facts.exceptions.length > 0 || facts.template.some((day) => day.length > 0);
  if (!(fromMs < toMs) || !hasHours) return;
  const clock = zoneClock(facts.timezone);
  const { firstDay, lastDay } = daysToAsk(facts, clock, fromMs, toMs);
  for (let day = firstDay; day <= lastDay; day++) {
    for (const window of windowsOf(facts, day)) {
      const startMs = clock.firstReading(day * MS_PER_DAY + window.start * MS_PER_MINUTE);
      if (startMs >= toMs) return;
      const endMs = clock.firstReading(day * MS_PER_DAY + window.end * MS_PER_MINUTE);
      yield { startMs, endMs, day, window };
    }
  }
}

function daysToAsk(facts: ScheduleFacts, clock: ZoneClock, fromMs: number, toMs: number) {
  // Yesterday's window may still be open, and begin when one of the day before ends; and a clock
  // that is put back over midnight shows yesterday again for a while, hence tomorrow.
  const firstDay = clock.epochDayAt(fromMs) - 2;
  const lastDay = clock.epochDayAt(toMs - 1) + 1;
  return {
    firstDay: facts.startDate ? Math.max(firstDay, toEpochDay(facts.startDate)) : firstDay,
    lastDay: Math.min(lastDay, lastOf(facts.endDate), lastOf(facts.licensedUntil)),
  };
}

/** The windows that start on a date, ascending and disjoint. */
function windowsOn(facts: ScheduleFacts, day: number): readonly Window[] {
  const { hours, extra } = hoursOn(facts, day);
  return extra.length > 0 ? extra.reduce(join, hours).toSorted(byStart) : hours;
}

/** What the template and the exceptions say of a date. */
function hoursOn(
  { template, exceptions }: ScheduleFacts,
  day: number,
): { hours: readonly Window[]; extra: readonly Window[] } {
  const weekly = template[weekdayIndexOf(day)] ?? [];
  if (exceptions.length === 0) return { hours: weekly, extra: [] };
  const said = exceptions.filter((one) => one.firstDay <= day && day <= one.lastDay);
  if (said.some((one) => one.kind === "time_off")) return { hours: [], extra: [] };
  const others = said.filter((one) => one.kind === "other_hours");
  const other = others.find((one) => !one.isForAll) ?? others[0];
  const extra = said.filter((one) => one.kind === "extra_hours").flatMap((one) => one.windows);
  return { hours: other?.windows ?? weekly, extra };
}

/** A window and those it touches or overlaps become one, with one grid. */
function join(windows: readonly Window[], more: Window): readonly Window[] {
  const isApart = (one: Window) => one.end < more.start || more.end < one.start;
  const all = [more, ...windows.filter((one) => !isApart(one))];
  return [
    ...windows.filter(isApart),
    {
      start: Math.min(...all.map((one) => one.start)),
      end: Math.max(...all.map((one) => one.end)),
    },
  ];
}

function byStart(a: Window, b: Window): number {
  return a.start - b.start;
}

/**
 * Starts of the slots, free or not, that begin in [fromMs, toMs), ascending: each window is cut from
 * its start in steps of the duration and both buffers. The last visit ends with the window at the
 * latest; what comes after it may run over. None begins after the licence's last day.
 */
export function* gridStarts(facts: ScheduleFacts, fromMs: number, toMs: number): Generator<number> {
  const length = facts.durationMinutes * MS_PER_MINUTE;
  const step = length + (facts.bufferBeforeMinutes + facts.bufferAfterMinutes) * MS_PER_MINUTE;
  if (!(length > 0)) return;
  for (const window of openWindows(facts, fromMs, toMs)) {
    const skipped = Math.max(0, Math.ceil((fromMs - window.startMs) / step));
    for (let at = window.startMs + skipped * step; at + length <= window.endMs; at += step) {
      if (at >= toMs || isUnlicensed(facts, at)) return;
      yield at;
    }
  }
}

/** Whether the clinic's date at an instant is later than the association's last, or the licence's. */
export function isAfterEnd(facts: ScheduleFacts, ms: number): boolean {
  return isAfter(facts, facts.endDate, ms) || isUnlicensed(facts, ms);
}

/** Whether the clinic's date at an instant is later than the licence's last. */
export function isUnlicensed(facts: ScheduleFacts, ms: number): boolean {
  return isAfter(facts, facts.licensedUntil, ms);
}

function isAfter({ timezone }: ScheduleFacts, last: PlainDate | null, ms: number): boolean {
  return last !== null && zoneClock(timezone).epochDayAt(ms) > lastOf(last);
}

function lastOf(date: PlainDate | null): number {
  return date ? toEpochDay(date) : Number.POSITIVE_INFINITY;
}
