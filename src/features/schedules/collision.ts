import { MS_PER_DAY, weekdayIndexOf } from "@/lib/time/civil";
import { type Instant, instantOf } from "@/lib/time/instant";
import { fromEpochDay, type PlainDate } from "@/lib/time/plain-date";
import type { ScheduleFacts } from "./schema";
import { type Weekday, weekdays, writeWindow } from "./template";
import { type WrittenWindow, writtenWindows } from "./windows";

/** A window as its doctor wrote it, and the clinic date on which it starts. */
export type NamedWindow = { date: PlainDate; weekday: Weekday; window: string };

/** Two windows that share time from `at` on. */
export type Collision = { at: Instant; ofA: NamedWindow; ofB: NamedWindow };

/** Everything that returns, returns within a year; and a clock change more. */
const DAYS_AHEAD = 400;

/**
 * The first time after `now` at which a doctor would have to be at both associations at once, by
 * templates, dates and exceptions, each in its own zone; null if there is none in 400 days. Windows
 * that only touch do not collide.
 */
export function findCollision(a: ScheduleFacts, b: ScheduleFacts, now: Instant): Collision | null {
  const fromMs = now.epochMilliseconds;
  const toMs = fromMs + DAYS_AHEAD * MS_PER_DAY;
  const both = [
    ...Array.from(writtenWindows(a, fromMs, toMs), (one) => ({ ...one, isOfA: true })),
    ...Array.from(writtenWindows(b, fromMs, toMs), (one) => ({ ...one, isOfA: false })),
  ].sort((one, two) => one.startMs - two.startMs);
  const open: { a?: WrittenWindow; b?: WrittenWindow } = {};
  for (const next of both) {
    const other = next.isOfA ? open.b : open.a;
    if (other && other.endMs > next.startMs) {
      const [ofA, ofB] = next.isOfA ? [next, other] : [other, next];
      const at = instantOf(Math.max(next.startMs, fromMs));
      return { at, ofA: named(ofA), ofB: named(ofB) };
    }
    const own = next.isOfA ? "a" : "b";
    if (next.endMs > (open[own]?.endMs ?? fromMs)) open[own] = next;
  }
  return null;
}

function named({ day, window }: WrittenWindow): NamedWindow {
  return {
    date: fromEpochDay(day),
    weekday: weekdays[weekdayIndexOf(day)] as Weekday,
    window: writeWindow(window),
  };
}
