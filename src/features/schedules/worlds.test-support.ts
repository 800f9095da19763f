import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import { instantOf } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import { type OracleFacts, oracleFreeStarts } from "./oracle.test-support";
import type { ScheduleFacts } from "./schema";
import { checkTemplate, readTemplate, type WeeklyHours, weekdays } from "./template";

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
  busy: Interval[];
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

export const world: fc.Arbitrary<World> = fc
  .record({
    moment,
    hours,
    durationMinutes: fc.constantFrom(5, 15, 20, 30, 45, 60, 90),
    noticeMinutes: fc.constantFrom(0, 0, 45, 120, 1440),
    horizonDays: fc.constantFrom(0, 1, 2, 3, 3, 4, 4, 5, 5, 5),
    status: fc.constantFrom(...Array(8).fill("active"), "on_leave", "ended"),
    isBookingEnabled: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 0),
    startsIn: fc.constantFrom(null, null, null, null, -2, 0, 1, 3),
    endsIn: fc.constantFrom(null, null, null, null, -1, 0, 1, 3),
    busy: fc.array(
      fc.record({
        at: fc.integer({ min: -1440, max: 7 * 1440 }),
        minutes: fc.integer({ min: 1, max: 600 }),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ moment: { zone, now }, hours: written, startsIn, endsIn, busy, ...rest }) => {
    const today = now.toZonedDateTimeISO(zone).toPlainDate();
    const shared = {
      ...rest,
      timezone: zone,
      startDate: startsIn === null ? null : today.add({ days: startsIn }),
      endDate: endsIn === null ? null : today.add({ days: endsIn }),
    } as Omit<ScheduleFacts, "template">;
    const wholeMinute = Math.floor(now.epochMilliseconds / MINUTE) * MINUTE;
    const appointments = busy.map(({ at, minutes }) => {
      const startMs = wholeMinute + at * MINUTE;
      return { startMs, endMs: startMs + minutes * MINUTE };
    });
    const oracle = { ...shared, hours: written };
    return {
      facts: { ...shared, template: readTemplate(written) },
      oracle,
      busy: appointments,
      now,
      free: oracleFreeStarts(oracle, appointments, now),
    };
  });

function hhmm(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
