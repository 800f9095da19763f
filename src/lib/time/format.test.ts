import { describe, expect, it } from "vitest";
import {
  dayDifference,
  formatDate,
  formatDay,
  formatDayTime,
  formatTime,
  formatWallTime,
  hasSameWallClock,
  zoneName,
} from "./format";
import { instantOf, parseInstant } from "./instant";
import { parsePlainDate } from "./plain-date";

const instant = parseInstant("2026-11-02T16:30:00Z") ?? instantOf(0);
const chicago = "America/Chicago";

describe("a time on screen", () => {
  it("is the zone's, with plain spaces", () => {
    expect(formatTime(instant, chicago)).toBe("10:30 AM");
    expect(formatTime(instant, "Asia/Kathmandu")).toBe("10:15 PM");
    expect(formatTime(instant.epochMilliseconds, "Europe/Berlin", "de")).toBe("17:30");
  });

  it("says which one it is in an hour that the clocks repeat, and only there", () => {
    const times = ["05:30", "06:30", "07:30", "08:30"].map((time) => {
      const moment = parseInstant(`2026-11-01T${time}:00Z`) ?? instantOf(0);
      return formatTime(moment, chicago);
    });
    expect(times).toEqual(["12:30 AM", "1:30 AM CDT", "1:30 AM CST", "2:30 AM"]);
    const springs = parseInstant("2027-03-14T08:00:00Z") ?? instantOf(0);
    expect(formatTime(springs, chicago)).toBe("3:00 AM");
  });

  it("of a wall clock needs no zone", () => {
    expect(formatWallTime(9 * 60)).toBe("9:00 AM");
    expect(formatWallTime(1440)).toBe("12:00 AM");
    expect(formatWallTime(1440 + 90, "de")).toBe("1:30");
  });
});

describe("a day on screen", () => {
  it("is the zone's", () => {
    expect(formatDay(instant, chicago)).toBe("Monday, November 2, 2026");
    expect(formatDay(instant, "Pacific/Chatham", "en", "short")).toBe("Tue, Nov 3");
    expect(formatDayTime(instant, chicago)).toBe("Mon, Nov 2, 10:30 AM");
    expect(formatDayTime(instant, chicago, "en", "long")).toBe(
      "Monday, November 2, 2026, 10:30 AM",
    );
  });

  it("of a date needs no zone", () => {
    const date = parsePlainDate("2026-11-02");
    expect(date && formatDate(date)).toBe("Monday, November 2, 2026");
    expect(date && formatDate(date, "de", "short")).toBe("Mo., 2. Nov.");
  });
});

describe("a zone on screen", () => {
  it.each([
    [chicago, "Central Time (Chicago)"],
    ["Asia/Kathmandu", "Nepal Time (Kathmandu)"],
    ["America/Argentina/Buenos_Aires", "Argentina Standard Time (Buenos Aires)"],
    ["UTC", "UTC"],
  ])("is %s: %s", (zone, name) => {
    expect(zoneName(zone, instant)).toBe(name);
  });

  it("may read the same as another, today or only in winter", () => {
    expect(hasSameWallClock("Europe/Berlin", "Europe/Rome", instant)).toBe(true);
    expect(hasSameWallClock("Europe/Berlin", "Africa/Lagos", instant)).toBe(true);
    const summer = parseInstant("2026-07-01T12:00:00Z") ?? instantOf(0);
    expect(hasSameWallClock("Europe/Berlin", "Africa/Lagos", summer)).toBe(false);
  });

  it("may be on another day", () => {
    expect(dayDifference("Asia/Tokyo", chicago, instant)).toBe(1);
    expect(dayDifference(chicago, "Asia/Tokyo", instant)).toBe(-1);
    expect(dayDifference(chicago, chicago, instant)).toBe(0);
  });
});
