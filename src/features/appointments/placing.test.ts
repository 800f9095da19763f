import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MS_PER_MINUTE } from "@/lib/time/civil";
import { overlaps } from "@/lib/time/interval";
import { type Neighbour, placeAmong } from "./placing";

const at = (from: number, to: number) => ({
  startMs: from * MS_PER_MINUTE,
  endMs: to * MS_PER_MINUTE,
});
const neighbour = (id: string, from: number, to: number, before: number, after: number) => ({
  id,
  ...at(from, to),
  beforeMinutes: before,
  afterMinutes: after,
});

describe("placing a visit among others", () => {
  it("leaves the neighbours what they have while there is room", () => {
    const others = [neighbour("a", 0, 30, 5, 10), neighbour("b", 90, 120, 10, 0)];
    const wanted = { beforeMinutes: 15, afterMinutes: 15 };
    expect(placeAmong(at(45, 75), wanted, others)).toEqual({
      beforeMinutes: 5,
      afterMinutes: 5,
      trimmed: [],
    });
  });

  it("trims a neighbour only where the visit stands in its buffer", () => {
    const others = [neighbour("a", 0, 30, 5, 10), neighbour("b", 60, 90, 10, 0)];
    const wanted = { beforeMinutes: 15, afterMinutes: 15 };
    expect(placeAmong(at(30, 55), wanted, others)).toEqual({
      beforeMinutes: 0,
      afterMinutes: 0,
      trimmed: [
        { id: "a", beforeMinutes: 5, afterMinutes: 0 },
        { id: "b", beforeMinutes: 5, afterMinutes: 0 },
      ],
    });
  });

  it("refuses real overlap, by a minute too", () => {
    const wanted = { beforeMinutes: 0, afterMinutes: 0 };
    expect(placeAmong(at(29, 59), wanted, [neighbour("a", 0, 30, 0, 0)])).toBeNull();
  });

  it("never leaves two buffered visits overlapping, nor a buffer longer than it was", () => {
    const buffer = fc.integer({ min: 0, max: 60 });
    const other = fc
      .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 5, max: 90 }), buffer, buffer)
      .map(([from, length, before, after]) =>
        neighbour(String(from), from, from + length, before, after),
      );
    fc.assert(
      fc.property(
        fc.array(other, { maxLength: 6 }),
        fc.integer({ min: 0, max: 600 }),
        buffer,
        buffer,
        (others, from, beforeMinutes, afterMinutes) => {
          const visit = at(from, from + 30);
          const placed = placeAmong(visit, { beforeMinutes, afterMinutes }, others);
          expect(placed === null).toBe(others.some((one) => overlaps(one, visit)));
          if (!placed) return;
          const own = occupied({ id: "own", ...visit, ...placed });
          for (const one of others) {
            const now = { ...one, ...placed.trimmed.find(({ id }) => id === one.id) };
            expect(overlaps(occupied(now), own)).toBe(false);
            expect(now.beforeMinutes).toBeLessThanOrEqual(one.beforeMinutes);
            expect(now.afterMinutes).toBeLessThanOrEqual(one.afterMinutes);
            expect(Math.min(now.beforeMinutes, now.afterMinutes)).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});

function occupied({ startMs, endMs, beforeMinutes, afterMinutes }: Neighbour) {
  return {
    startMs: startMs - beforeMinutes * MS_PER_MINUTE,
    endMs: endMs + afterMinutes * MS_PER_MINUTE,
  };
}
