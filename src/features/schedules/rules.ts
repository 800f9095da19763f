import { type Refusal, refuse } from "@/lib/refusal";
import { MS_PER_MINUTE } from "@/lib/time/civil";
import { type Instant, instantOf } from "@/lib/time/instant";
import {
  type Interval,
  type IntervalSet,
  intervalSet,
  overlapsAny,
  type TimeRange,
} from "@/lib/time/interval";
import { zoneClock } from "@/lib/time/zone-clock";
import type { ScheduleFacts, Slot } from "./schema";
import { bookableSpan, gridStarts, isAfterEnd, isUnlicensed, openWindows } from "./windows";

/*
 * The slot engine (PRODUCT.md, "Time", "Hours" and "List = book"). `busy` is always everything that
 * occupies the doctor, at any clinic, buffers included; `now` is the product's clock, whole
 * milliseconds.
 */

/** The free slots that start in `range` and may be booked at `now`, ascending. */
export function freeSlots(
  facts: ScheduleFacts,
  busy: IntervalSet,
  range: TimeRange,
  now: Instant,
): Slot[] {
  return Array.from(freeStarts(facts, busy, range, now), (ms) => slotAt(facts, ms));
}

/** The first `limit` free slots, of all or of those starting in `range`; looks no further. */
export function firstFreeSlots(
  facts: ScheduleFacts,
  busy: IntervalSet,
  now: Instant,
  limit: number,
  range: Partial<TimeRange> = {},
): Slot[] {
  const slots: Slot[] = [];
  if (limit <= 0) return slots;
  for (const ms of freeStarts(facts, busy, range, now)) {
    slots.push(slotAt(facts, ms));
    if (slots.length >= limit) break;
  }
  return slots;
}

/**
 * Up to `limit` free slots nearest in time to `around`, for the one who lost a race; of two equally
 * near the earlier. Ascending, as they are shown.
 */
export function nearestFree(
  facts: ScheduleFacts,
  busy: IntervalSet,
  around: Instant,
  now: Instant,
  limit: number,
): Slot[] {
  const wanted = Math.max(0, Math.floor(limit));
  const aroundMs = around.epochMilliseconds;
  const after = firstFreeSlots(facts, busy, now, wanted, { from: around });
  const before = [...freeStarts(facts, busy, { to: around }, now)];
  return before
    .slice(Math.max(0, before.length - wanted))
    .concat(after.map((slot) => slot.startsAt.epochMilliseconds))
    .sort((a, b) => Math.abs(a - aroundMs) - Math.abs(b - aroundMs) || a - b)
    .slice(0, wanted)
    .sort((a, b) => a - b)
    .map((ms) => slotAt(facts, ms));
}

/**
 * Whether the slot starting at `startsAt` may be booked at `now`: the slot exactly if `freeSlots`
 * would list it, else the first reason against it. Refuses ASSOCIATION_ENDED, ON_LEAVE,
 * NOT_ACCEPTING, SLOT_IN_PAST, SLOT_TOO_SOON {minutes}, SLOT_TOO_FAR {days}, SLOT_DOCTOR_AWAY,
 * SLOT_OUTSIDE_HOURS, SLOT_OFF_GRID, SLOT_DAY_FULL, SLOT_TAKEN.
 */
export function decideSlot(
  facts: ScheduleFacts,
  busy: IntervalSet,
  startsAt: Instant,
  now: Instant,
): Slot | Refusal {
  const closed = closedReason(facts);
  if (closed) return refuse(closed);
  const ms = startsAt.epochMilliseconds;
  const span = bookableSpan(facts, now.epochMilliseconds);
  if (ms < now.epochMilliseconds) return refuse("SLOT_IN_PAST");
  if (ms < span.fromMs)
    return refuse("SLOT_TOO_SOON", { params: { minutes: facts.noticeMinutes } });
  if (ms >= span.toMs) return refuse("SLOT_TOO_FAR", { params: { days: facts.horizonDays } });
  if (isUnlicensed(facts, ms)) return refuse("ASSOCIATION_ENDED");
  if (openWindows(facts, ms, ms + 1).next().done) {
    if (isAfterEnd(facts, ms)) return refuse("ASSOCIATION_ENDED");
    const isAway = !openWindows(withoutTimeOff(facts), ms, ms + 1).next().done;
    return refuse(isAway ? "SLOT_DOCTOR_AWAY" : "SLOT_OUTSIDE_HOURS");
  }
  // An instant between two milliseconds is on no grid, and would be cut off on its way to storage.
  const isWhole = startsAt.epochNanoseconds % 1_000_000n === 0n;
  if (!isWhole || gridStarts(facts, ms, ms + 1).next().done) return refuse("SLOT_OFF_GRID");
  if (isDayFull(facts, ms)) return refuse("SLOT_DAY_FULL");
  return isFree(facts, busy, ms) ? slotAt(facts, ms) : refuse("SLOT_TAKEN");
}

/**
 * Whether a visit lies wholly inside hours as they stand: open windows of an association that is
 * not on leave, and no blocked time. Booking's own rules, notice, grid and limit, do not matter.
 */
export function isInsideHours(facts: ScheduleFacts, visit: Interval): boolean {
  if (facts.status === "on_leave" || overlapsAny(facts.blocked, visit)) return false;
  const open = intervalSet(openWindows(facts, visit.startMs, visit.endMs));
  return open.disjoint.some((one) => one.startMs <= visit.startMs && visit.endMs <= one.endMs);
}

/** The schedule as if nobody were ever away. */
export function withoutTimeOff(facts: ScheduleFacts): ScheduleFacts {
  const exceptions = facts.exceptions.filter((one) => one.kind !== "time_off");
  return { ...facts, exceptions };
}

/** Why nothing can be booked with an association, whatever the time; null if something may. */
export function closedReason(
  facts: Pick<ScheduleFacts, "status" | "isBookingEnabled">,
): "ASSOCIATION_ENDED" | "ON_LEAVE" | "NOT_ACCEPTING" | null {
  if (facts.status === "ended") return "ASSOCIATION_ENDED";
  if (facts.status === "on_leave") return "ON_LEAVE";
  return facts.isBookingEnabled ? null : "NOT_ACCEPTING";
}

/** Instants (epoch ms) by the clinic date on which they fall (days since 1970), in their order. */
export function startsByDay(starts: Iterable<number>, zone: string): Map<number, number[]> {
  const days = new Map<number, number[]>();
  const clock = zoneClock(zone);
  for (const ms of starts) {
    const day = clock.epochDayAt(ms);
    const sameDay = days.get(day);
    if (sameDay) sameDay.push(ms);
    else days.set(day, [ms]);
  }
  return days;
}

/**
 * Where the free slots that start in `range` begin, in epoch milliseconds, ascending: what
 * `freeSlots` gives, for those who ask about thousands.
 */
export function* freeStarts(
  facts: ScheduleFacts,
  busy: IntervalSet,
  range: Partial<TimeRange>,
  now: Instant,
): Generator<number> {
  if (closedReason(facts)) return;
  const span = bookableSpan(facts, now.epochMilliseconds);
  const fromMs = Math.max(span.fromMs, range.from?.epochMilliseconds ?? span.fromMs);
  const toMs = Math.min(span.toMs, range.to?.epochMilliseconds ?? span.toMs);
  for (const ms of gridStarts(facts, fromMs, toMs)) if (isFree(facts, busy, ms)) yield ms;
}

function isFree(facts: ScheduleFacts, busy: IntervalSet, startMs: number): boolean {
  const visit = visitAt(facts, startMs);
  const occupied = {
    startMs: visit.startMs - facts.bufferBeforeMinutes * MS_PER_MINUTE,
    endMs: visit.endMs + facts.bufferAfterMinutes * MS_PER_MINUTE,
  };
  return (
    !overlapsAny(busy, occupied) && !overlapsAny(facts.blocked, visit) && !isDayFull(facts, startMs)
  );
}

function isDayFull({ fullDays, timezone }: ScheduleFacts, startMs: number): boolean {
  return fullDays.size > 0 && fullDays.has(zoneClock(timezone).epochDayAt(startMs));
}

function visitAt(facts: ScheduleFacts, startMs: number): Interval {
  return { startMs, endMs: startMs + facts.durationMinutes * MS_PER_MINUTE };
}

function slotAt(facts: ScheduleFacts, ms: number): Slot {
  const { startMs, endMs } = visitAt(facts, ms);
  return { startsAt: instantOf(startMs), endsAt: instantOf(endMs) };
}
