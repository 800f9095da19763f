import { MS_PER_DAY, MS_PER_MINUTE, weekdayIndexOf } from "@/lib/time/civil";
import type { Interval } from "@/lib/time/interval";
import { toEpochDay } from "@/lib/time/plain-date";
import { type ZoneClock, zoneClock } from "@/lib/time/zone-clock";
import type { ScheduleFacts } from "./schema";

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

/**
 * The windows of a schedule that share time with [fromMs, toMs), ascending and disjoint, in exact
 * time. A window belongs to the clinic date on which it starts: that date has the weekday and must
 * lie within the association, even if the window runs past midnight. A window that falls wholly
 * into a gap of the clock is none.
 */
export function* openWindows(
  facts: ScheduleFacts,
  fromMs: number,
  toMs: number,
): Generator<Interval> {
  if (!(fromMs < toMs) || facts.template.every((windows) => windows.length === 0)) return;
  const clock = zoneClock(facts.timezone);
  const { firstDay, lastDay } = daysToAsk(facts, clock, fromMs, toMs);
  for (let day = firstDay; day <= lastDay; day++) {
    for (const window of facts.template[weekdayIndexOf(day)] ?? []) {
      const startMs = clock.firstReading(day * MS_PER_DAY + window.start * MS_PER_MINUTE);
      if (startMs >= toMs) return;
      const endMs = clock.firstReading(day * MS_PER_DAY + window.end * MS_PER_MINUTE);
      if (endMs > fromMs && endMs > startMs) yield { startMs, endMs };
    }
  }
}

function daysToAsk(facts: ScheduleFacts, clock: ZoneClock, fromMs: number, toMs: number) {
  // Yesterday's window may still be open; and a clock that is put back over midnight shows
  // yesterday again for a while, hence tomorrow.
  const firstDay = clock.epochDayAt(fromMs) - 1;
  const lastDay = clock.epochDayAt(toMs - 1) + 1;
  return {
    firstDay: facts.startDate ? Math.max(firstDay, toEpochDay(facts.startDate)) : firstDay,
    lastDay: facts.endDate ? Math.min(lastDay, toEpochDay(facts.endDate)) : lastDay,
  };
}

/**
 * Starts of the slots, free or not, that begin in [fromMs, toMs), ascending: each window is cut
 * from its start in steps of the duration, and a rest shorter than that is left.
 */
export function* gridStarts(facts: ScheduleFacts, fromMs: number, toMs: number): Generator<number> {
  const step = facts.durationMinutes * MS_PER_MINUTE;
  if (!(step > 0)) return;
  for (const window of openWindows(facts, fromMs, toMs)) {
    const skipped = Math.max(0, Math.ceil((fromMs - window.startMs) / step));
    for (let at = window.startMs + skipped * step; at + step <= window.endMs; at += step) {
      if (at >= toMs) return;
      yield at;
    }
  }
}

/** Whether the clinic's date at an instant is later than the association's last. */
export function isAfterEnd(facts: ScheduleFacts, ms: number): boolean {
  return (
    facts.endDate !== null && zoneClock(facts.timezone).epochDayAt(ms) > toEpochDay(facts.endDate)
  );
}
