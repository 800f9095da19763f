import { MS_PER_MINUTE } from "@/lib/time/civil";
import { type Interval, overlaps } from "@/lib/time/interval";

export type Buffers = { beforeMinutes: number; afterMinutes: number };
export type Neighbour<Id extends string = string> = Interval & Buffers & { id: Id };
export type Placed<Id extends string = string> = Buffers & { trimmed: (Buffers & { id: Id })[] };

/**
 * Where a doctor puts a visit closer to others than the buffers allow: what is left of its own, and of
 * those others. Only time that really overlaps is refused (null). A neighbour keeps as much as fits,
 * since its patient was promised it; the one that is placed takes the rest.
 */
export function placeAmong<Id extends string>(
  visit: Interval,
  wanted: Buffers,
  neighbours: readonly Neighbour<Id>[],
): Placed<Id> | null {
  const placed: Placed<Id> = { ...wanted, trimmed: [] };
  for (const one of neighbours) {
    if (overlaps(one, visit)) return null;
    const { id } = one;
    let { beforeMinutes, afterMinutes } = one;
    if (one.endMs <= visit.startMs) {
      const gap = Math.floor((visit.startMs - one.endMs) / MS_PER_MINUTE);
      afterMinutes = Math.min(afterMinutes, gap);
      placed.beforeMinutes = Math.min(placed.beforeMinutes, gap - afterMinutes);
    } else {
      const gap = Math.floor((one.startMs - visit.endMs) / MS_PER_MINUTE);
      beforeMinutes = Math.min(beforeMinutes, gap);
      placed.afterMinutes = Math.min(placed.afterMinutes, gap - beforeMinutes);
    }
    if (beforeMinutes !== one.beforeMinutes || afterMinutes !== one.afterMinutes)
      placed.trimmed.push({ id, beforeMinutes, afterMinutes });
  }
  return placed;
}
