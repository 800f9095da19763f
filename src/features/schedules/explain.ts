import { MS_PER_DAY } from "@/lib/time/civil";
import type { Instant } from "@/lib/time/instant";
import type { IntervalSet, TimeRange } from "@/lib/time/interval";
import { closedReason, firstFreeSlots, withoutTimeOff } from "./rules";
import type { ScheduleFacts, Slot } from "./schema";
import { bookableSpan, gridStarts, isAfterEnd } from "./windows";

export type NoSlotsReason =
  | "NOT_ACCEPTING"
  | "ON_LEAVE"
  | "ENDED"
  | "FULLY_BOOKED"
  | "AWAY"
  | "OUTSIDE_HOURS"
  | "TOO_SOON"
  | "TOO_FAR";

/**
 * Why no free slot starts in `range`, and the next one that can be had: the first from the range's
 * start on, or else the first of all. Null where the range does have a free slot.
 *
 * FULLY_BOOKED: there are slots that could be booked, but all are taken, their day is full, or the
 * doctor needs them for something else. AWAY: there would be such slots, were it not for time off.
 * TOO_SOON: only such as start within the notice. TOO_FAR: the range, or its first slots, lie beyond the horizon. ENDED: the
 * association has ended, or will have. OUTSIDE_HOURS: none of these, so no hours left in the range.
 */
export function explainNoSlots(
  facts: ScheduleFacts,
  busy: IntervalSet,
  range: TimeRange,
  now: Instant,
): { reason: NoSlotsReason; nextFree: Slot | null } | null {
  const closed = closedReason(facts);
  if (closed) {
    return { reason: closed === "ASSOCIATION_ENDED" ? "ENDED" : closed, nextFree: null };
  }
  if (firstFreeSlots(facts, busy, now, 1, range).length > 0) return null;
  const [later] = firstFreeSlots(facts, busy, now, 1, { from: range.from });
  const nextFree = later ?? firstFreeSlots(facts, busy, now, 1)[0] ?? null;
  return { reason: reasonFor(facts, range, now.epochMilliseconds), nextFree };
}

function reasonFor(facts: ScheduleFacts, range: TimeRange, nowMs: number): NoSlotsReason {
  const fromMs = range.from.epochMilliseconds;
  const toMs = range.to.epochMilliseconds;
  const span = bookableSpan(facts, nowMs);
  const hasGrid = (from: number, to: number, schedule = facts) =>
    !gridStarts(schedule, Math.max(from, fromMs), Math.min(to, toMs)).next().done;

  if (hasGrid(span.fromMs, span.toMs)) return "FULLY_BOOKED";
  if (hasGrid(span.fromMs, span.toMs, withoutTimeOff(facts))) return "AWAY";
  if (hasGrid(nowMs, span.fromMs)) return "TOO_SOON";
  if (isAfterEnd(facts, Math.max(fromMs, nowMs))) return "ENDED";
  // A week and a day show every window once; a range of years need not be walked to its end.
  const isBeyond = fromMs >= span.toMs && fromMs < toMs;
  if (isBeyond || hasGrid(span.toMs, span.toMs + 8 * MS_PER_DAY)) return "TOO_FAR";
  return "OUTSIDE_HOURS";
}
