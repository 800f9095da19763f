import type { Instant } from "@/lib/time/instant";
import { type Interval, intervalOf } from "@/lib/time/interval";
import { clinicDateOf, resolveWall } from "@/lib/time/zone";
import type { Db } from "@/server/db";
import { readAround } from "../around-store";
import { coverOf, gapsOf, within } from "../rules";
import { listShifts, type Shift } from "../shift-store";
import type { District } from "../store";

export type Coverage = { district: District; cover: Interval[]; gaps: Interval[]; shifts: Shift[] };

/**
 * Who is on duty in districts from now on, or from today's beginning there, and where nobody is, up
 * to the end of so many days of each one's own calendar. A pharmacy that the public does not see
 * keeps no cover.
 */
export async function readCoverage(
  db: Db,
  districts: readonly District[],
  { now, days, isFromMidnight = false }: { now: Instant; days: number; isFromMidnight?: boolean },
): Promise<Coverage[]> {
  const ranges = districts.map(({ timezone }) => {
    const first = clinicDateOf(now, timezone);
    const begin = isFromMidnight ? resolveWall(first, 0, timezone) : now;
    return {
      first,
      range: intervalOf(begin, resolveWall(first.add({ days }), 0, timezone)),
    };
  });
  const [earliest] = ranges.map(({ first }) => first).sort((a, b) => (`${a}` < `${b}` ? -1 : 1));
  if (!earliest) return [];
  const whole = {
    startMs: Math.min(...ranges.map(({ range }) => range.startMs)),
    endMs: Math.max(...ranges.map(({ range }) => range.endMs)),
  };
  const ids = districts.map(({ id }) => id);
  const [aroundOf, all] = await Promise.all([
    readAround(db, districts, { first: earliest, days: days + 1 }),
    listShifts(db, ids, whole),
  ]);
  return districts.map((district, index) => {
    const { first, range } = ranges[index] as (typeof ranges)[number];
    const shifts = all.filter(
      (shift) =>
        shift.districtId === district.id &&
        shift.startMs < range.endMs &&
        shift.endMs > range.startMs,
    );
    const cover = within(coverOf(district.cover, { first, days }, aroundOf(district)), range);
    const kept = shifts.filter(({ isListed }) => isListed);
    return { district, cover, gaps: gapsOf(cover, kept), shifts };
  });
}
