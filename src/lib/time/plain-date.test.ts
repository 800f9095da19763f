import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { weekdayIndexOf } from "./civil";
import {
  fromDateColumn,
  fromEpochDay,
  parsePlainDate,
  toDateColumn,
  toEpochDay,
} from "./plain-date";

describe("a date", () => {
  it("is read as YYYY-MM-DD only, and only if it exists", () => {
    expect(parsePlainDate("2028-02-29")?.toString()).toBe("2028-02-29");
    for (const text of ["2026-02-29", "2026-13-01", "20261101", "2026-11-01T00:00", "soon", ""]) {
      expect(parsePlainDate(text)).toBeNull();
    }
  });

  it("counts days and weekdays as Temporal does", () => {
    const epoch = Temporal.PlainDate.from("1970-01-01");
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 300_000 }), (epochDay) => {
        const date = fromEpochDay(epochDay);
        expect(date.equals(epoch.add({ days: epochDay }))).toBe(true);
        expect(toEpochDay(date)).toBe(epochDay);
        expect(weekdayIndexOf(epochDay)).toBe(date.dayOfWeek - 1);
      }),
      { numRuns: 2000 },
    );
  });

  it("goes to a DATE column and back", () => {
    const date = Temporal.PlainDate.from("2026-11-23");
    expect(toDateColumn(date).toISOString()).toBe("2026-11-23T00:00:00.000Z");
    expect(fromDateColumn(toDateColumn(date)).equals(date)).toBe(true);
  });
});
