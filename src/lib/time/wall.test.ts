import { describe, expect, it } from "vitest";
import { mondayOf, msAtWall, parseWall, shiftDate, wallDateOf, wallMsOf, wallText } from "./wall";

const chicago = "America/Chicago";

describe("a wall reading", () => {
  it("is that of the zone, and leads back to the moment", () => {
    const ms = Date.parse("2026-11-02T15:30:00Z");
    expect(wallText(wallMsOf(ms, chicago))).toBe("2026-11-02T09:30:00");
    expect(msAtWall(wallMsOf(ms, chicago), chicago)).toBe(ms);
    expect(wallDateOf(Date.parse("2026-11-02T03:00:00Z"), chicago)).toBe("2026-11-01");
  });

  it("that is skipped is the change itself, and one that comes twice the first", () => {
    const at = (text: string) => new Date(msAtWall(parseWall(text) ?? 0, chicago)).toISOString();
    expect(at("2027-03-14T02:30")).toBe("2027-03-14T08:00:00.000Z");
    expect(at("2026-11-01T01:30")).toBe("2026-11-01T06:30:00.000Z");
  });

  it("is refused where it is none", () => {
    expect(parseWall("2026-11-02")).toBeNull();
    expect(parseWall("2026-13-02T09:30")).toBeNull();
    expect(parseWall("")).toBeNull();
  });
});

describe("a date", () => {
  it("shifts across months and years", () => {
    expect(shiftDate("2026-12-31", 1)).toBe("2027-01-01");
    expect(shiftDate("2028-03-01", -1)).toBe("2028-02-29");
  });

  it("knows the Monday of its week", () => {
    expect(mondayOf("2026-11-01")).toBe("2026-10-26");
    expect(mondayOf("2026-11-02")).toBe("2026-11-02");
  });
});
