import { describe, expect, it } from "vitest";
import { fromDate, instantOf, parseInstant, textOfMs, toDate } from "./instant";

describe("an instant", () => {
  it.each([
    ["2026-11-01T06:30:00Z", "2026-11-01T06:30:00Z"],
    ["2026-11-01T06:30Z", "2026-11-01T06:30:00Z"],
    ["2026-11-01T12:15:00.5+05:45", "2026-11-01T06:30:00.5Z"],
  ])("is read from %s", (text, instant) => {
    expect(parseInstant(text)?.toString()).toBe(instant);
  });

  it.each([
    "2026-11-01T06:30:00",
    "2026-11-01",
    "2026-11-01T06:30:00[America/Chicago]",
    "2026-11-01T06:30:00Z[America/Chicago]",
    "2026-11-01 06:30:00Z",
    "2026-02-30T06:30:00Z",
    "2026-11-01T25:30:00Z",
    "2026-11-01T06:30:60Z",
    "+102026-11-01T06:30:00Z",
    "1793514600000",
    "tomorrow",
    "",
  ])("is not read from %j", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it("goes to Prisma and back", () => {
    const instant = instantOf(1_793_514_600_123);
    expect(fromDate(toDate(instant)).equals(instant)).toBe(true);
    expect(toDate(instant).toISOString()).toBe(instant.toString());
  });

  it.each([0, 1, 10, 100, 1_000, 1_793_514_600_000, 1_793_514_600_500, 1_793_520_000_010, -1])(
    "is written from %d ms as Temporal writes it",
    (ms) => {
      expect(textOfMs(ms)).toBe(instantOf(ms).toString());
    },
  );
});
