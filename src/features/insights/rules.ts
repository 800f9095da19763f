import type { ScheduleFacts } from "@/features/schedules/schema";
import { openWindows } from "@/features/schedules/windows";
import { MS_PER_DAY, MS_PER_MINUTE, weekdayIndexOf } from "@/lib/time/civil";
import type { Interval, IntervalSet } from "@/lib/time/interval";
import { zoneClock } from "@/lib/time/zone-clock";

/** So many weeks are looked back on, the current one included, and so many ahead. */
export const weeksBack = 12;
export const weeksAhead = 4;

/** What was in one week, or in several. Times in minutes. */
export type Figures = {
  completed: number;
  missed: number;
  cancelled: number;
  /** Neither over nor cancelled. */
  ahead: number;
  booked: number;
  open: number;
};

/** The Monday of an ISO week; both in days since 1970. */
export function mondayOf(day: number): number {
  return day - weekdayIndexOf(day);
}

/** The Mondays of the weeks to show, oldest first, where it is `nowMs` in `zone`. */
export function weeksAround(nowMs: number, zone: string): { past: number[]; coming: number[] } {
  const current = mondayOf(zoneClock(zone).epochDayAt(nowMs));
  const weeks = Array.from(
    { length: weeksBack + weeksAhead },
    (_, index) => current + 7 * (index + 1 - weeksBack),
  );
  return { past: weeks.slice(0, weeksBack), coming: weeks.slice(weeksBack) };
}

/**
 * Minutes in the week of a Monday in which visits could take place: the hours as they stand today,
 * with their exceptions, less blocked time. A window belongs to the week in which it starts. From
 * `nowMs` on there are none while the association is on leave.
 */
export function openMinutes(facts: ScheduleFacts, monday: number, nowMs: number): number {
  const clock = zoneClock(facts.timezone);
  const fromMs = clock.firstReading(monday * MS_PER_DAY);
  const toMs = clock.firstReading((monday + 7) * MS_PER_DAY);
  const untilMs = facts.status === "on_leave" ? Math.min(toMs, nowMs) : toMs;
  let open = 0;
  for (const window of openWindows(facts, fromMs, untilMs))
    if (window.startMs >= fromMs) open += lengthWithout(facts.blocked, window);
  return Math.round(open / MS_PER_MINUTE);
}

function lengthWithout({ disjoint }: IntervalSet, { startMs, endMs }: Interval): number {
  return disjoint.reduce((left, blocked) => {
    const shared = Math.min(endMs, blocked.endMs) - Math.max(startMs, blocked.startMs);
    return left - Math.max(0, shared);
  }, endMs - startMs);
}

export const noFigures: Figures = {
  completed: 0,
  missed: 0,
  cancelled: 0,
  ahead: 0,
  booked: 0,
  open: 0,
};

export function addUp(all: readonly Figures[]): Figures {
  return all.reduce(
    (sum, one) => ({
      completed: sum.completed + one.completed,
      missed: sum.missed + one.missed,
      cancelled: sum.cancelled + one.cancelled,
      ahead: sum.ahead + one.ahead,
      booked: sum.booked + one.booked,
      open: sum.open + one.open,
    }),
    noFigures,
  );
}

/** Appointments of any state. */
export function totalOf({ completed, missed, cancelled, ahead }: Figures): number {
  return completed + missed + cancelled + ahead;
}

/** Whole hundredths of visits that were due to which the patient did not come; null of none. */
export function missedRate({ completed, missed }: Figures): number | null {
  return rate(missed, completed + missed);
}

/** Whole hundredths of all appointments that were cancelled, by either side; null of none. */
export function cancelledRate(figures: Figures): number | null {
  return rate(figures.cancelled, totalOf(figures));
}

/** Whole hundredths of the open time that visits take; over 100 where there are some outside it. */
export function utilisation({ booked, open }: Figures): number | null {
  return rate(booked, open);
}

function rate(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 100) : null;
}
