import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "./instant";
import { intervalOf, intervalSet, noIntervals, overlaps, overlapsAny } from "./interval";

const interval = fc
  .tuple(fc.nat(200), fc.nat(20))
  .map(([startMs, length]) => ({ startMs, endMs: startMs + length }));

describe("intervals", () => {
  it("overlap where they share time, not where they touch", () => {
    expect(overlaps({ startMs: 0, endMs: 10 }, { startMs: 9, endMs: 12 })).toBe(true);
    expect(overlaps({ startMs: 0, endMs: 10 }, { startMs: 10, endMs: 12 })).toBe(false);
  });

  it("come from instants and from Dates", () => {
    const expected = { startMs: 1000, endMs: 2000 };
    expect(intervalOf(instantOf(1000), instantOf(2000))).toEqual(expected);
    expect(intervalOf(new Date(1000), new Date(2000))).toEqual(expected);
  });

  it("in a set answer as the list they were made of", () => {
    fc.assert(
      fc.property(fc.array(interval), interval, (list, one) => {
        const set = intervalSet(list);
        const isHit = list.some((each) => overlaps(each, one));
        expect(overlapsAny(set, one)).toBe(isHit);
        set.disjoint.forEach((each, index) => {
          const next = set.disjoint[index + 1];
          expect(each.startMs).toBeLessThan(next ? each.endMs : each.startMs + 1 + each.endMs);
          if (next) expect(each.endMs).toBeLessThan(next.startMs);
        });
      }),
    );
    expect(overlapsAny(noIntervals, { startMs: 0, endMs: 1 })).toBe(false);
  });

  it("given to a set stay as they were", () => {
    const list = [
      { startMs: 0, endMs: 5 },
      { startMs: 3, endMs: 9 },
    ];
    intervalSet(list);
    expect(list[0]).toEqual({ startMs: 0, endMs: 5 });
  });
});
