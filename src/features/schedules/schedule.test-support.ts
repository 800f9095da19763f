import { type Instant, parseInstant } from "@/lib/time/instant";
import { noIntervals } from "@/lib/time/interval";
import { freeSlots } from "./rules";
import type { ScheduleFacts, Slot } from "./schema";
import { readTemplate, type WeeklyHours } from "./template";

/** An instant, written in ISO; a test that misspells one fails. */
export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`not an instant: ${text}`);
  return instant;
}

/** A schedule with half-hour slots, no notice and a wide horizon, unless told otherwise. */
export function schedule(
  timezone: string,
  hours: WeeklyHours,
  more: Partial<ScheduleFacts> = {},
): ScheduleFacts {
  return {
    template: readTemplate(hours),
    timezone,
    durationMinutes: 30,
    noticeMinutes: 0,
    horizonDays: 60,
    status: "active",
    isBookingEnabled: true,
    startDate: null,
    endDate: null,
    licensedUntil: null,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    maxPerDay: null,
    fullDays: new Set(),
    exceptions: [],
    blocked: noIntervals,
    ...more,
  };
}

/** Starts in UTC, "11-01T06:30". */
export function starts(slots: readonly Slot[]): string[] {
  return slots.map((slot) => slot.startsAt.toString().slice(5, 16));
}

/** Starts of the free slots of some days from `now` on, with nothing booked. */
export function startsFrom(facts: ScheduleFacts, now: string, days = 2): string[] {
  const range = { from: at(now), to: at(now).add({ hours: days * 24 }) };
  return starts(freeSlots(facts, noIntervals, range, at(now)));
}
