import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import { instantOf } from "@/lib/time/instant";
import { type IntervalSet, intervalSet } from "@/lib/time/interval";
import { parsePlainDate, toEpochDay } from "@/lib/time/plain-date";
import {
  type OracleException,
  type OracleFacts,
  type OracleVisit,
  oracleFreeStarts,
} from "./oracle.test-support";
import { exceptionKinds, type ScheduleFacts } from "./schema";
import { checkTemplate, readTemplate, readWindows, type WeeklyHours, weekdays } from "./template";

export const MINUTE = 60_000;

const changingZones = [
  "Asia/Beirut",
  "Asia/Gaza",
  "Africa/Cairo",
  "Africa/Casablanca",
  "America/Chicago",
  "America/St_Johns",
  "America/Santiago",
  "America/Nuuk",
  "America/Havana",
  "Antarctica/Troll",
  "Atlantic/Azores",
  "Australia/Lord_Howe",
  "Australia/Sydney",
  "Europe/Berlin",
  "Europe/Dublin",
  "Pacific/Chatham",
];
const steadyZones = [
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Asia/Tokyo",
  "Pacific/Apia",
  "UTC",
];

/** A schedule, what is booked, a now, and the free starts as the oracle sees them. */
export type World = {
  facts: ScheduleFacts;
  oracle: OracleFacts;
  /** What occupies the doctor, as the engine is told and as the oracle is. */
  busy: IntervalSet;
  visits: OracleVisit[];
  now: Temporal.Instant;
  free: number[];
};

/** A moment of 2020-2035, four times in five within days of one of the zone's clock changes. */
const moment = fc
  .record({
    zone: fc.constantFrom(...changingZones, ...changingZones, ...steadyZones),
    start: fc.integer({ min: Date.UTC(2020, 0, 1) / MINUTE, max: Date.UTC(2035, 0, 1) / MINUTE }),
    isNearChange: fc.constantFrom(true, true, true, true, false),
    before: fc.integer({ min: -60, max: 2 * 1440 }),
    seconds: fc.constantFrom(0, 0, 30),
  })
  .map(({ zone, start, isNearChange, before, seconds }) => {
    const any = instantOf(start * MINUTE);
    const change = isNearChange ? any.toZonedDateTimeISO(zone).getTimeZoneTransition("next") : null;
    const near =
      change && change.epochMilliseconds < Date.UTC(2036, 0, 1) ? change.toInstant() : any;
    return { zone, now: near.subtract({ minutes: before }).add({ seconds }) };
  });

const timeOfDay = fc.oneof(
  fc.integer({ min: 0, max: 1439 }),
  fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
);

/** Hours from pairs of times; those that do not fit beside the ones before are left out. */
const hours = fc
  .array(
    fc.record({
      days: fc.subarray([...weekdays], { minLength: 1 }),
      start: timeOfDay,
      end: fc.oneof(timeOfDay, fc.constant(1440)),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((windows) => {
    let kept: WeeklyHours = {};
    for (const { days, start, end } of windows) {
      for (const day of days) {
        const more = { ...kept, [day]: [...(kept[day] ?? []), `${hhmm(start)}-${hhmm(end)}`] };
        if (checkTemplate(more).length === 0) kept = more;
      }
    }
    return kept;
  });

/** Windows of one day, those that fit beside each other. */
const dayWindows = fc
  .array(fc.tuple(timeOfDay, fc.oneof(timeOfDay, fc.constant(1440))), {
    minLength: 1,
    maxLength: 3,
  })
  .map((pairs) => {
    let kept: string[] = [];
    for (const [start, end] of pairs) {
      const more = kept.concat(`${hhmm(start)}-${hhmm(end)}`);
      if (checkTemplate({ monday: more }).length === 0) kept = more;
    }
    return kept;
  });

const buffer = fc.constantFrom(0, 0, 0, 5, 10, 15, 25, 120);

const exception = fc.record({
  kind: fc.constantFrom(...exceptionKinds),
  startsIn: fc.integer({ min: -2, max: 5 }),
  days: fc.constantFrom(0, 0, 1, 3),
  windows: dayWindows,
  isForAll: fc.boolean(),
});

const visit = fc.record({
  at: fc.integer({ min: -1440, max: 7 * 1440 }),
  minutes: fc.integer({ min: 1, max: 300 }),
  before: buffer,
  after: buffer,
  isHere: fc.constantFrom(true, true, true, false),
});

const block = fc.record({
  at: fc.integer({ min: -720, max: 7 * 1440 }),
  minutes: fc.integer({ min: 1, max: 1440 }),
});

/** Half of the worlds have none. */
const noneOrSome = <Item>(item: fc.Arbitrary<Item>, maxLength: number) =>
  fc.oneof(fc.array(item, { maxLength: 0 }), fc.array(item, { minLength: 1, maxLength }));

export const world: fc.Arbitrary<World> = fc
  .record({
    moment,
    hours,
    durationMinutes: fc.constantFrom(5, 15, 20, 30, 45, 60, 90),
    bufferBeforeMinutes: buffer,
    bufferAfterMinutes: buffer,
    maxPerDay: fc.constantFrom(null, null, 1, 1, 2, 4),
    noticeMinutes: fc.constantFrom(0, 0, 45, 120, 1440),
    horizonDays: fc.constantFrom(0, 1, 2, 3, 4, 5, 5, 5, 5, 5),
    status: fc.constantFrom(...Array(14).fill("active"), "on_leave", "ended"),
    isBookingEnabled: fc.integer({ min: 0, max: 14 }).map((chance) => chance > 0),
    startsIn: fc.constantFrom(...Array(7).fill(null), -2, 0, 1, 3),
    endsIn: fc.constantFrom(...Array(7).fill(null), -1, 0, 1, 3),
    licensedFor: fc.constantFrom(...Array(25).fill(null), 0, 1, 3),
    exceptions: noneOrSome(exception, 4),
    blocks: noneOrSome(block, 3),
    busy: fc.oneof(fc.array(visit, { maxLength: 6 }), fc.array(visit, { maxLength: 25 })),
  })
  .map(({ moment: { zone, now }, hours: written, startsIn, endsIn, licensedFor, ...rest }) => {
    const { busy, blocks, exceptions, ...rules } = rest;
    const today = now.toZonedDateTimeISO(zone).toPlainDate();
    const wholeMinute = Math.floor(now.epochMilliseconds / MINUTE) * MINUTE;
    const placed = ({ at, minutes }: { at: number; minutes: number }) => {
      const startMs = wholeMinute + at * MINUTE;
      return { startMs, endMs: startMs + minutes * MINUTE };
    };
    const shared = {
      ...rules,
      timezone: zone,
      startDate: startsIn === null ? null : today.add({ days: startsIn }),
      endDate: endsIn === null ? null : today.add({ days: endsIn }),
      licensedUntil: licensedFor === null ? null : today.add({ days: licensedFor }),
    } as Omit<ScheduleFacts, "template" | "fullDays" | "exceptions" | "blocked">;
    const visits = busy.map((one): OracleVisit => ({ ...one, ...placed(one) }));
    const oracle: OracleFacts = {
      ...shared,
      hours: written,
      exceptions: exceptions.map(({ startsIn: first, days, windows, ...one }) => ({
        ...one,
        windows: one.kind === "time_off" ? [] : windows,
        first: today.add({ days: first }).toString(),
        last: today.add({ days: first + days }).toString(),
      })),
      blocked: blocks.map(placed),
    };
    return {
      facts: factsOf(oracle, visits),
      oracle,
      busy: busyOf(visits),
      visits,
      now,
      free: oracleFreeStarts(oracle, visits, now),
    };
  });

/** What the engine is told of what the oracle knows, as the store would read it. */
export function factsOf(
  { hours: written, exceptions, blocked, ...shared }: OracleFacts,
  visits: readonly OracleVisit[],
): ScheduleFacts {
  const counts = new Map<number, number>();
  for (const { startMs, isHere } of visits) {
    const date = instantOf(startMs).toZonedDateTimeISO(shared.timezone).toPlainDate();
    if (isHere) counts.set(toEpochDay(date), (counts.get(toEpochDay(date)) ?? 0) + 1);
  }
  const most = shared.maxPerDay ?? Number.POSITIVE_INFINITY;
  return {
    ...shared,
    template: readTemplate(written),
    exceptions: exceptions.map(exceptionFacts),
    blocked: intervalSet(blocked),
    fullDays: new Set([...counts].filter(([, count]) => count >= most).map(([day]) => day)),
  };
}

function exceptionFacts({ kind, first, last, windows, isForAll }: OracleException) {
  const dayOf = (text: string) => toEpochDay(parsePlainDate(text) as Temporal.PlainDate);
  const read = kind === "time_off" ? [] : readWindows(windows);
  return { kind, firstDay: dayOf(first), lastDay: dayOf(last), windows: read, isForAll };
}

function busyOf(visits: readonly OracleVisit[]): IntervalSet {
  return intervalSet(
    visits.map(({ startMs, endMs, before, after }) => ({
      startMs: startMs - before * MINUTE,
      endMs: endMs + after * MINUTE,
    })),
  );
}

function hhmm(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
