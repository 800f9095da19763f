import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isRefusal } from "@/lib/refusal";
import { instantOf } from "@/lib/time/instant";
import { type Interval, intervalSet } from "@/lib/time/interval";
import { explainNoSlots } from "./explain";
import { type OracleFacts, oracleFreeStarts } from "./oracle.test-support";
import { decideSlot, firstFreeSlots, freeSlots, nearestFree } from "./rules";
import type { ScheduleFacts, Slot } from "./schema";
import { checkTemplate, readTemplate, type WeeklyHours, weekdays } from "./template";

const MINUTE = 60_000;
const HORIZON = 5;

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

type World = {
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

const world: fc.Arbitrary<World> = fc
  .record({
    moment,
    hours,
    durationMinutes: fc.constantFrom(5, 15, 20, 30, 45, 60, 90),
    noticeMinutes: fc.constantFrom(0, 0, 45, 120, 1440),
    horizonDays: fc.constantFrom(0, 1, 2, 3, 3, 4, 4, 5, 5, HORIZON),
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
      free: oracleFreeStarts(oracle, appointments, now, HORIZON + 1),
    };
  });

describe("against a scan of every minute", () => {
  const all = (now: Temporal.Instant) => ({
    from: now.subtract({ hours: 48 }),
    to: now.add({ hours: 24 * 30 }),
  });

  it("lists exactly the free slots, of any range", () => {
    fc.assert(
      fc.property(world, fc.nat(9 * 1440), fc.nat(4 * 1440), (w, begin, length) => {
        const busy = intervalSet(w.busy);
        expect(startsOf(freeSlots(w.facts, busy, all(w.now), w.now))).toEqual(w.free);
        const from = w.now.subtract({ hours: 48 }).add({ minutes: begin });
        const range = { from, to: from.add({ minutes: length }) };
        expect(startsOf(freeSlots(w.facts, busy, range, w.now))).toEqual(
          w.free.filter(
            (ms) => ms >= range.from.epochMilliseconds && ms < range.to.epochMilliseconds,
          ),
        );
        expect(startsOf(firstFreeSlots(w.facts, busy, w.now, 3))).toEqual(w.free.slice(0, 3));
      }),
      { numRuns: 400 },
    );
  });

  it("accepts a start exactly if it is listed", () => {
    fc.assert(
      fc.property(
        world,
        fc.array(fc.nat(7 * 1440), { minLength: 40, maxLength: 40 }),
        (w, minutes) => {
          const busy = intervalSet(w.busy);
          const listed = new Set(w.free);
          const wholeMinute = Math.floor(w.now.epochMilliseconds / MINUTE) * MINUTE;
          const others = minutes.map((minute) => wholeMinute + (minute - 1440) * MINUTE);
          for (const ms of [...others, ...w.free.slice(0, 60), ...w.free.slice(-5)]) {
            const decision = decideSlot(w.facts, busy, instantOf(ms), w.now);
            expect(isRefusal(decision)).toBe(!listed.has(ms));
            if (!isRefusal(decision)) expect(startsOf([decision])).toEqual([ms]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("lists slots that ascend, have the duration and never overlap", () => {
    fc.assert(
      fc.property(world, (w) => {
        const slots = freeSlots(w.facts, intervalSet(w.busy), all(w.now), w.now);
        let last = Number.NEGATIVE_INFINITY;
        for (const { startsAt, endsAt } of slots) {
          expect(startsAt.epochMilliseconds).toBeGreaterThanOrEqual(last);
          expect(endsAt.since(startsAt).total("minutes")).toBe(w.facts.durationMinutes);
          last = endsAt.epochMilliseconds;
        }
      }),
      { numRuns: 100 },
    );
  });

  it("names the next free slot wherever a range has none", () => {
    fc.assert(
      fc.property(world, fc.nat(10 * 1440), fc.nat(2 * 1440), (w, begin, length) => {
        const from = w.now.subtract({ hours: 48 }).add({ minutes: begin });
        const range = { from, to: from.add({ minutes: length }) };
        const explained = explainNoSlots(w.facts, intervalSet(w.busy), range, w.now);
        const isIn = (ms: number) =>
          ms >= range.from.epochMilliseconds && ms < range.to.epochMilliseconds;
        if (w.free.some(isIn)) {
          expect(explained).toBeNull();
          return;
        }
        const next = w.free.find((ms) => ms >= range.from.epochMilliseconds) ?? w.free[0];
        expect(explained?.nextFree?.startsAt.epochMilliseconds).toBe(next);
        const isFull = explained?.reason === "FULLY_BOOKED";
        expect(isFull).toBe(oracleFreeStarts(w.oracle, [], w.now, HORIZON + 1).some(isIn));
      }),
      { numRuns: 150 },
    );
  });

  it("offers the nearest free slots after a lost race", () => {
    fc.assert(
      fc.property(world, fc.nat(8 * 1440), fc.integer({ min: 0, max: 6 }), (w, begin, limit) => {
        const around = w.now.subtract({ hours: 24 }).add({ minutes: begin });
        const near = (ms: number) => Math.abs(ms - around.epochMilliseconds);
        const expected = [...w.free]
          .sort((a, b) => near(a) - near(b) || a - b)
          .slice(0, limit)
          .sort((a, b) => a - b);
        const offered = nearestFree(w.facts, intervalSet(w.busy), around, w.now, limit);
        expect(startsOf(offered)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it("meets worlds with free slots, with none, and across clock changes", () => {
    const seen = { free: 0, none: 0, changed: 0 };
    for (const w of fc.sample(world, { numRuns: 100, seed: 7 })) {
      if (w.free.length > 0) seen.free++;
      else seen.none++;
      const offset = (ms: number) =>
        instantOf(ms).toZonedDateTimeISO(w.facts.timezone).offsetNanoseconds;
      const [first, last] = [w.free[0], w.free.at(-1)];
      if (first && last && offset(first) !== offset(last)) seen.changed++;
    }
    expect(seen.free).toBeGreaterThan(40);
    expect(seen.none).toBeGreaterThan(10);
    expect(seen.changed).toBeGreaterThan(8);
  });
});

function startsOf(slots: readonly Slot[]): number[] {
  return slots.map((slot) => slot.startsAt.epochMilliseconds);
}

function hhmm(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
