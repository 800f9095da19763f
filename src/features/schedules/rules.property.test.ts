import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isRefusal } from "@/lib/refusal";
import { instantOf } from "@/lib/time/instant";
import { findCollision } from "./collision";
import { explainNoSlots } from "./explain";
import { type OracleFacts, oracleFreeStarts, oracleWindows } from "./oracle.test-support";
import { decideSlot, firstFreeSlots, freeSlots, isInsideHours, nearestFree } from "./rules";
import type { Slot } from "./schema";
import { factsOf, MINUTE, world } from "./worlds.test-support";

describe("against a scan of every minute", () => {
  const all = (now: Temporal.Instant) => ({
    from: now.subtract({ hours: 48 }),
    to: now.add({ hours: 24 * 30 }),
  });

  it("lists exactly the free slots, of any range", () => {
    fc.assert(
      fc.property(world, fc.nat(9 * 1440), fc.nat(4 * 1440), (w, begin, length) => {
        const { busy } = w;
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
      { numRuns: 250 },
    );
  });

  it("accepts a start exactly if it is listed", () => {
    fc.assert(
      fc.property(
        world,
        fc.array(fc.nat(7 * 1440), { minLength: 40, maxLength: 40 }),
        (w, minutes) => {
          const { busy } = w;
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
      { numRuns: 60 },
    );
  });

  it("lists slots that ascend, have the duration and never overlap", () => {
    fc.assert(
      fc.property(world, (w) => {
        const slots = freeSlots(w.facts, w.busy, all(w.now), w.now);
        let last = Number.NEGATIVE_INFINITY;
        for (const { startsAt, endsAt } of slots) {
          expect(startsAt.epochMilliseconds).toBeGreaterThanOrEqual(last);
          expect(endsAt.since(startsAt).total("minutes")).toBe(w.facts.durationMinutes);
          last = endsAt.epochMilliseconds;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("names the next free slot wherever a range has none", () => {
    fc.assert(
      fc.property(world, fc.nat(10 * 1440), fc.nat(2 * 1440), (w, begin, length) => {
        const from = w.now.subtract({ hours: 48 }).add({ minutes: begin });
        const range = { from, to: from.add({ minutes: length }) };
        const explained = explainNoSlots(w.facts, w.busy, range, w.now);
        const isIn = (ms: number) =>
          ms >= range.from.epochMilliseconds && ms < range.to.epochMilliseconds;
        if (w.free.some(isIn)) {
          expect(explained).toBeNull();
          return;
        }
        const next = w.free.find((ms) => ms >= range.from.epochMilliseconds) ?? w.free[0];
        expect(explained?.nextFree?.startsAt.epochMilliseconds).toBe(next);
        const empty: OracleFacts = { ...w.oracle, blocked: [], maxPerDay: null };
        const couldBe = oracleFreeStarts(empty, [], w.now).some(isIn);
        expect(explained?.reason === "FULLY_BOOKED").toBe(couldBe);
        const isThere = empty.exceptions.filter((one) => one.kind !== "time_off");
        const wouldBe = oracleFreeStarts({ ...empty, exceptions: isThere }, [], w.now).some(isIn);
        expect(explained?.reason === "AWAY").toBe(wouldBe && !couldBe);
      }),
      { numRuns: 100 },
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
        const offered = nearestFree(w.facts, w.busy, around, w.now, limit);
        expect(startsOf(offered)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it("knows what lies inside hours, minute by minute", () => {
    fc.assert(
      fc.property(
        world,
        fc.nat(4 * 1440),
        fc.integer({ min: 1, max: 300 }),
        (w, begin, minutes) => {
          const open = oracleWindows({ ...w.oracle, horizonDays: 5 }, w.now);
          const isOpen = (ms: number) =>
            open.some((one) => one.startMs <= ms && ms < one.endMs) &&
            !w.oracle.blocked.some((one) => one.startMs <= ms && ms < one.endMs);
          const first = Math.ceil(w.now.epochMilliseconds / MINUTE) * MINUTE;
          const starts = [first + begin * MINUTE, ...w.free.slice(0, 20)];
          for (const startMs of starts) {
            const all = Array.from({ length: minutes }, (_, at) => startMs + at * MINUTE);
            const inside = isInsideHours(w.facts, { startMs, endMs: startMs + minutes * MINUTE });
            expect(inside).toBe(w.facts.status !== "on_leave" && all.every(isOpen));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("finds the first minute at which two associations are open", () => {
    fc.assert(
      fc.property(world, world, (w, other) => {
        // Another clinic's hours, wherever it is, moved to the same days.
        const away = { ...other.oracle, exceptions: w.oracle.exceptions, startDate: null };
        const renewed = { licensedUntil: null, horizonDays: 5 };
        const there: OracleFacts = { ...away, endDate: null, ...renewed };
        const here: OracleFacts = { ...w.oracle, ...renewed };
        const isOpen = (facts: OracleFacts) => {
          const open = oracleWindows(facts, w.now);
          return (ms: number) => open.some((one) => one.startMs <= ms && ms < one.endMs);
        };
        const [a, b] = [isOpen(here), isOpen(there)];
        const nowMs = w.now.epochMilliseconds;
        const minute = Math.ceil(nowMs / MINUTE) * MINUTE;
        const minutes = Array.from({ length: 4 * 1440 }, (_, at) => minute + at * MINUTE);
        const first = [nowMs, ...minutes].find((ms) => a(ms) && b(ms));
        const found = findCollision(w.facts, factsOf(there, []), w.now)?.at.epochMilliseconds;
        if (first !== undefined) expect(found).toBe(first);
        else expect(found ?? Number.POSITIVE_INFINITY).toBeGreaterThan(minutes.at(-1) ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  it("meets worlds with free slots, with none, and across clock changes", () => {
    const seen = { free: 0, none: 0, changed: 0 };
    for (const w of sample) {
      if (w.free.length > 0) seen.free++;
      else seen.none++;
      const offset = (ms: number) =>
        instantOf(ms).toZonedDateTimeISO(w.facts.timezone).offsetNanoseconds;
      const [first, last] = [w.free[0], w.free.at(-1)];
      if (first && last && offset(first) !== offset(last)) seen.changed++;
    }
    expect(seen.free).toBeGreaterThan(70);
    expect(seen.none).toBeGreaterThan(20);
    expect(seen.changed).toBeGreaterThan(12);
  });

  it.each<[string, (oracle: OracleFacts) => Partial<OracleFacts>, number]>([
    ["buffers", () => ({ bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }), 60],
    ["a daily limit", () => ({ maxPerDay: null }), 15],
    ["blocked time", () => ({ blocked: [] }), 15],
    ["time off", (oracle) => without(oracle, "time_off"), 10],
    ["other hours", (oracle) => without(oracle, "other_hours"), 10],
    ["a licence's last day", () => ({ licensedUntil: null }), 3],
    ["extra hours", (oracle) => without(oracle, "extra_hours"), 10],
  ])("meets worlds in which %s matter", (_, change, atLeast) => {
    const matters = sample.filter(({ oracle, visits, now, free }) => {
      const other = oracleFreeStarts({ ...oracle, ...change(oracle) }, visits, now);
      return other.join() !== free.join();
    });
    expect(matters.length).toBeGreaterThan(atLeast);
  });
});

const sample = fc.sample(world, { numRuns: 200, seed: 7 });

function without({ exceptions }: OracleFacts, kind: string): Partial<OracleFacts> {
  return { exceptions: exceptions.filter((one) => one.kind !== kind) };
}

function startsOf(slots: readonly Slot[]): number[] {
  return slots.map((slot) => slot.startsAt.epochMilliseconds);
}
