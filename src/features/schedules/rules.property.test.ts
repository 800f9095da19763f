import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isRefusal } from "@/lib/refusal";
import { instantOf } from "@/lib/time/instant";
import { intervalSet } from "@/lib/time/interval";
import { explainNoSlots } from "./explain";
import { oracleFreeStarts } from "./oracle.test-support";
import { decideSlot, firstFreeSlots, freeSlots, nearestFree } from "./rules";
import type { Slot } from "./schema";
import { MINUTE, world } from "./worlds.test-support";

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
      { numRuns: 250 },
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
      { numRuns: 60 },
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
      { numRuns: 60 },
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
        expect(isFull).toBe(oracleFreeStarts(w.oracle, [], w.now).some(isIn));
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
        const offered = nearestFree(w.facts, intervalSet(w.busy), around, w.now, limit);
        expect(startsOf(offered)).toEqual(expected);
      }),
      { numRuns: 60 },
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
