import { type Surroundings, windowsOn } from "@/features/opening-hours/rules";
import type { OpeningHours } from "@/features/opening-hours/schema";
import { type Refusal, refuse } from "@/lib/refusal";
import { MS_PER_DAY } from "@/lib/time/civil";
import type { Instant } from "@/lib/time/instant";
import { type Interval, intervalOf, intervalSet, overlapsAny, without } from "@/lib/time/interval";
import type { PlainDate } from "@/lib/time/plain-date";
import { resolveWall } from "@/lib/time/zone";
import { momentOf } from "./moments";
import type { SeenShift } from "./schema";

/** Whole days of the district's calendar. */
export type Days = { first: PlainDate; days: number };

/** How far ahead of now an administrator is told of gaps, and the public of duties; in days. */
export const gapDays = 14;
export const publicDays = 7;

/** How far beyond its radius a district's pharmacy may lie, in kilometres: borders are streets. */
export const toleranceKm = 1;

const longestMs = 7 * MS_PER_DAY;

/** A window that begins on the day before may reach into the day, and no longer one can be written. */
const reachDays = 2;

/** What begins on a day, in exact instants: spring takes an hour from it, autumn adds one. */
function spansOf(cover: OpeningHours, date: PlainDate, around: Surroundings): Interval[] {
  const at = (minutes: number) => resolveWall(date, minutes, around.timezone);
  return windowsOn(cover, date, around).map(({ start, end }) => intervalOf(at(start), at(end)));
}

/** The stretches of some days in which somebody must be on duty, ascending, those that touch as one. */
export function coverOf(
  cover: OpeningHours,
  { first, days }: Days,
  around: Surroundings,
): Interval[] {
  const spans: Interval[] = [];
  for (let day = -reachDays; day < days; day++)
    spans.push(...spansOf(cover, first.add({ days: day }), around));
  const range = intervalOf(
    resolveWall(first, 0, around.timezone),
    resolveWall(first.add({ days }), 0, around.timezone),
  );
  return within(spans, range);
}

/** What of the cover no shift keeps, ascending. */
export function gapsOf(cover: readonly Interval[], shifts: readonly Interval[]): Interval[] {
  return without(intervalSet(cover), intervalSet(shifts));
}

/** Only what lies within a range, cut at its ends. */
export function within(intervals: readonly Interval[], range: Interval): Interval[] {
  return intervalSet(
    intervals.map(({ startMs, endMs }) => ({
      startMs: Math.max(startMs, range.startMs),
      endMs: Math.min(endMs, range.endMs),
    })),
  ).disjoint.map((interval) => ({ ...interval }));
}

export type Planned = SeenShift & {
  /** The day whose turn it is. */
  date: string;
  state: "new" | "covered" | "busy" | "past";
};

type Rota = Days & {
  cover: OpeningHours;
  around: Surroundings;
  pharmacyIds: readonly string[];
  /** Shifts of the district, and all shifts of the pharmacies wherever they are. */
  taken: readonly Interval[];
  busy: readonly SeenShift[];
  now: Instant;
};

/**
 * Fills the days with pharmacies in turn, one for all that begins on a day and no earlier day covers.
 * What has somebody already stays theirs and takes no turn; a pharmacy that is on duty elsewhere then
 * keeps its turn, and leaves a gap. Ascending.
 */
export function planRota(rota: Rota): Planned[] {
  const { cover, around, first, days, pharmacyIds, now } = rota;
  const taken = intervalSet(rota.taken);
  const planned: Planned[] = [];
  let before: Interval[] = [];
  for (let day = -reachDays; day < 0; day++)
    before = [...before, ...spansOf(cover, first.add({ days: day }), around)];
  let turn = 0;
  for (let day = 0; day < days; day++) {
    const date = first.add({ days: day });
    const spans = spansOf(cover, date, around);
    const own = without(intervalSet(spans), intervalSet(before));
    before = [...before.slice(-20), ...spans];
    const open = without(intervalSet(own), taken);
    const pharmacyId = pharmacyIds[turn % pharmacyIds.length] ?? "";
    const isBusy = intervalSet(rota.busy.filter((shift) => shift.pharmacyId === pharmacyId));
    const stateOf = (interval: Interval): Planned["state"] => {
      if (interval.endMs <= now.epochMilliseconds) return "past";
      return overlapsAny(isBusy, interval) ? "busy" : "new";
    };
    for (const interval of open)
      planned.push({ ...interval, date: String(date), pharmacyId, state: stateOf(interval) });
    if (open.length > 0) turn += 1;
    else for (const interval of own) planned.push(coveredOn(String(date), interval));
  }
  return planned;
}

const coveredOn = (date: string, interval: Interval): Planned => ({
  ...interval,
  date,
  pharmacyId: "",
  state: "covered",
});

type Typed = { from: string; to: string };

/**
 * The instants of a shift typed in a district's wall time. Refuses INVALID_INPUT at its field: an
 * hour that the clocks leave out, an end that is not later, more than 7 days, and what is over.
 */
export function readShift(
  { from, to }: Typed,
  zone: string,
  now: Instant,
): { interval: Interval } | { refusal: Refusal } {
  const no = (field: string, key: string) => ({
    refusal: refuse("INVALID_INPUT", { fields: { [field]: key } }),
  });
  const startMs = momentOf(from, zone, "from");
  if (startMs === null) return no("from", "wallGap");
  const endMs = momentOf(to, zone, "to");
  if (endMs === null) return no("to", "wallGap");
  if (endMs <= startMs) return no("to", "dutyEnd");
  if (endMs - startMs > longestMs) return no("to", "dutyTooLong");
  if (endMs <= now.epochMilliseconds) return no("to", "dutyPast");
  return { interval: { startMs, endMs } };
}

/**
 * Whether a shift may be changed as somebody saw it. Refuses NOT_FOUND, CHANGED_MEANWHILE, and
 * DUTY_OVER for one that has ended: who was on duty stays on record.
 */
export function refuseChange(
  shift: SeenShift | null,
  seen: SeenShift,
  now: Instant,
): Refusal | null {
  if (!shift) return refuse("NOT_FOUND");
  const isSame =
    shift.pharmacyId === seen.pharmacyId &&
    shift.startMs === seen.startMs &&
    shift.endMs === seen.endMs;
  if (!isSame) return refuse("CHANGED_MEANWHILE");
  return shift.endMs <= now.epochMilliseconds ? refuse("DUTY_OVER") : null;
}

/** Whether two lists of shifts are the same, in whatever order. */
export function sameShifts(one: readonly SeenShift[], other: readonly SeenShift[]): boolean {
  const write = (shifts: readonly SeenShift[]) =>
    shifts
      .map((shift) => `${shift.startMs} ${shift.endMs} ${shift.pharmacyId}`)
      .sort()
      .join();
  return write(one) === write(other);
}
