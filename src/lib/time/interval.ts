import type { Instant } from "./instant";

/** Half-open: `from` belongs to it, `to` does not. */
export type TimeRange = { from: Instant; to: Instant };

/** Half-open stretch of time in epoch milliseconds, for work on thousands of them. */
export type Interval = { startMs: number; endMs: number };

/** Disjoint intervals, ascending: sorted once, then asked many times. Made by `intervalSet`. */
export type IntervalSet = { readonly disjoint: readonly Interval[] };

export const noIntervals: IntervalSet = { disjoint: [] };

/** Interval of two instants, or of two Dates as Prisma gives them. */
export function intervalOf(startsAt: Instant | Date, endsAt: Instant | Date): Interval {
  return { startMs: epochMsOf(startsAt), endMs: epochMsOf(endsAt) };
}

/** Whether two intervals share time; ones that only touch do not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a.startMs, b.startMs) < Math.min(a.endMs, b.endMs);
}

/** The time covered by any of the intervals; takes them in any order, drops empty ones. */
export function intervalSet(intervals: Iterable<Interval>): IntervalSet {
  const sorted = [...intervals]
    .filter((interval) => interval.startMs < interval.endMs)
    .sort((a, b) => a.startMs - b.startMs);
  const disjoint: Interval[] = [];
  for (const { startMs, endMs } of sorted) {
    const last = disjoint.at(-1);
    if (last && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else disjoint.push({ startMs, endMs });
  }
  return { disjoint };
}

/** Whether any interval of the set shares time with this one. */
export function overlapsAny(set: IntervalSet, interval: Interval): boolean {
  let low = 0;
  let high = set.disjoint.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((set.disjoint[middle] as Interval).endMs > interval.startMs) high = middle;
    else low = middle + 1;
  }
  const firstToEndLater = set.disjoint[low];
  return firstToEndLater !== undefined && overlaps(firstToEndLater, interval);
}

/** The time of one set that none of the other covers, ascending. */
export function without(set: IntervalSet, taken: IntervalSet): Interval[] {
  const left: Interval[] = [];
  for (const { startMs, endMs } of set.disjoint) {
    let from = startMs;
    for (const away of taken.disjoint) {
      if (away.endMs <= from) continue;
      if (away.startMs >= endMs) break;
      if (away.startMs > from) left.push({ startMs: from, endMs: away.startMs });
      from = away.endMs;
    }
    if (from < endMs) left.push({ startMs: from, endMs });
  }
  return left;
}

function epochMsOf(moment: Instant | Date): number {
  return "epochMilliseconds" in moment ? moment.epochMilliseconds : moment.getTime();
}
