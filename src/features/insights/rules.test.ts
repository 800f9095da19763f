import { describe, expect, it } from "vitest";
import { at, schedule } from "@/features/schedules/schedule.test-support";
import { intervalOf, intervalSet } from "@/lib/time/interval";
import { parsePlainDate, toEpochDay } from "@/lib/time/plain-date";
import {
  addUp,
  cancelledRate,
  missedRate,
  noFigures,
  openMinutes,
  utilisation,
  weeksAround,
} from "./rules";

const day = (text: string) => {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return toEpochDay(date);
};

const zone = "America/Chicago";
const monday = day("2026-10-26");
const nowMs = at("2026-10-28T15:00:00Z").epochMilliseconds;

describe("weeks", () => {
  it("are twelve with the current one, and four to come, by the clinic's own Monday", () => {
    // Sunday evening in Chicago is Monday in UTC.
    const sunday = at("2026-10-26T03:00:00Z").epochMilliseconds;
    expect(weeksAround(sunday, zone).past.at(-1)).toBe(day("2026-10-19"));
    const { past, coming } = weeksAround(sunday, "UTC");
    expect([past.length, coming.length]).toEqual([12, 4]);
    expect([past[0], past.at(-1), coming[0]]).toEqual([
      day("2026-08-10"),
      monday,
      day("2026-11-02"),
    ]);
  });
});

describe("open minutes of a week", () => {
  const office = schedule(zone, { monday: ["09:00-12:00"], friday: ["13:00-17:00"] });

  it("are those of the windows that start in it, in exact time", () => {
    expect(openMinutes(office, monday, nowMs)).toBe(7 * 60);
    // The clocks go back on this Sunday, and the night is an hour longer.
    const night = schedule(zone, { sunday: ["00:00-06:00"] });
    expect(openMinutes(night, monday, nowMs)).toBe(7 * 60);
    const late = schedule(zone, { sunday: ["22:00-02:00"] });
    expect(openMinutes(late, monday, nowMs)).toBe(4 * 60);
    expect(openMinutes(late, monday + 7, nowMs)).toBe(4 * 60);
  });

  it("know time off, other and extra hours, and blocked time", () => {
    const exceptions = [
      { kind: "time_off", firstDay: monday, lastDay: monday, windows: [], isForAll: true },
      {
        kind: "extra_hours",
        firstDay: monday + 1,
        lastDay: monday + 1,
        windows: [{ start: 600, end: 660 }],
        isForAll: false,
      },
    ] as const;
    // Friday 12:00 to 14:00, of which an hour is open; and a time that is not open anyway.
    const blocked = intervalSet([
      intervalOf(at("2026-10-30T17:00:00Z"), at("2026-10-30T19:00:00Z")),
      intervalOf(at("2026-10-31T17:00:00Z"), at("2026-10-31T19:00:00Z")),
    ]);
    const facts = { ...office, exceptions, blocked };
    expect(openMinutes(facts, monday, nowMs)).toBe(60 + 3 * 60);
  });

  it("end with the association, and pause from now on during leave", () => {
    const ended = { ...office, endDate: parsePlainDate("2026-10-27") };
    expect(openMinutes(ended, monday, nowMs)).toBe(3 * 60);
    const away = { ...office, status: "on_leave" as const };
    expect(openMinutes(away, monday, nowMs)).toBe(3 * 60);
    expect(openMinutes(away, monday + 7, nowMs)).toBe(0);
    expect(openMinutes(away, monday - 7, nowMs)).toBe(7 * 60);
  });
});

describe("rates", () => {
  const week = { completed: 6, missed: 2, cancelled: 2, ahead: 0, booked: 180, open: 420 };

  it("are in hundredths of what they are measured against", () => {
    expect([missedRate(week), cancelledRate(week), utilisation(week)]).toEqual([25, 20, 43]);
    expect(addUp([week, week])).toMatchObject({ completed: 12, booked: 360 });
  });

  it("of nothing are none", () => {
    expect([missedRate, cancelledRate, utilisation].map((of) => of(noFigures))).toEqual([
      null,
      null,
      null,
    ]);
  });
});
