import { describe, expect, it } from "vitest";
import { intervalOf, intervalSet, noIntervals } from "@/lib/time/interval";
import { parsePlainDate, toEpochDay } from "@/lib/time/plain-date";
import { findCollision } from "./collision";
import { decideSlot, firstFreeSlots, isInsideHours } from "./rules";
import { at, schedule, starts, startsFrom } from "./schedule.test-support";
import type { ExceptionFacts, ScheduleFacts } from "./schema";
import { readWindows } from "./template";

const day = (text: string) => {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return toEpochDay(date);
};

/** An exception on one date, or until `last`. */
function on(
  first: string,
  kind: ExceptionFacts["kind"],
  windows: string[] = [],
  { isForAll = false, last = first } = {},
): ExceptionFacts {
  return {
    kind,
    firstDay: day(first),
    lastDay: day(last),
    windows: readWindows(windows),
    isForAll,
  };
}

const zone = "Europe/Berlin";
const monday = "2026-11-02T00:00:00Z";

/** Mondays and Tuesdays 9 to 11 in Berlin (8 to 10 UTC), by the hour. */
const facts = (...exceptions: ExceptionFacts[]) =>
  schedule(
    zone,
    { monday: ["09:00-11:00"], tuesday: ["09:00-11:00"] },
    { durationMinutes: 60, exceptions },
  );

describe("exceptions", () => {
  it("close a date, whatever else is said of it, and leave the next", () => {
    const away = on("2026-10-30", "time_off", [], { last: "2026-11-02" });
    const more = on("2026-11-02", "extra_hours", ["12:00-13:00"]);
    expect(startsFrom(facts(away, more), monday)).toEqual(["11-03T08:00", "11-03T09:00"]);
  });

  it("replace the weekday's hours, the clinic's own before those for all", () => {
    const everywhere = on("2026-11-02", "other_hours", ["12:00-13:00"], { isForAll: true });
    const here = on("2026-11-02", "other_hours", ["15:00-16:00"]);
    expect(startsFrom(facts(everywhere), monday, 1)).toEqual(["11-02T11:00"]);
    expect(startsFrom(facts(everywhere, here), monday, 1)).toEqual(["11-02T14:00"]);
  });

  it("add hours, of one piece with those they touch", () => {
    const apart = on("2026-11-02", "extra_hours", ["12:30-13:30"]);
    expect(startsFrom(facts(apart), monday, 1)).toEqual([
      "11-02T08:00",
      "11-02T09:00",
      "11-02T11:30",
    ]);
    const before = on("2026-11-02", "extra_hours", ["07:30-09:00"]);
    expect(startsFrom(facts(before), monday, 1)).toEqual([
      "11-02T06:30",
      "11-02T07:30",
      "11-02T08:30",
    ]);
    const saturday = on("2026-11-07", "extra_hours", ["10:00-11:00"]);
    expect(startsFrom(facts(saturday), "2026-11-06T00:00:00Z")).toEqual(["11-07T09:00"]);
  });

  it("let a night run into the next day, whose hours begin when it ends", () => {
    const night = on("2026-11-02", "other_hours", ["22:00-09:30"]);
    expect(startsFrom(facts(night), "2026-11-03T05:00:00Z", 1)).toEqual([
      "11-03T05:00",
      "11-03T06:00",
      "11-03T07:00",
      "11-03T08:30",
    ]);
  });

  it("say what they are to who asks for a time", () => {
    const decide = (schedule: ScheduleFacts, text: string) =>
      decideSlot(schedule, noIntervals, at(text), at(monday));
    const away = facts(on("2026-11-02", "time_off"));
    expect(decide(away, "2026-11-02T08:00:00Z")).toEqual({ code: "SLOT_DOCTOR_AWAY" });
    expect(decide(away, "2026-11-02T12:00:00Z")).toEqual({ code: "SLOT_OUTSIDE_HOURS" });
    const full = { ...facts(), maxPerDay: 1, fullDays: new Set([day("2026-11-02")]) };
    expect(decide(full, "2026-11-02T08:00:00Z")).toEqual({ code: "SLOT_DAY_FULL" });
    expect(startsFrom(full, monday)).toEqual(["11-03T08:00", "11-03T09:00"]);
  });
});

describe("buffers", () => {
  const buffered = { ...facts(), bufferBeforeMinutes: 10, bufferAfterMinutes: 20 };
  const visit = (from: string, to: string) => intervalOf(at(from), at(to));

  it("widen the grid, and may run over the end of hours", () => {
    expect(startsFrom({ ...buffered, durationMinutes: 30 }, monday, 1)).toEqual([
      "11-02T08:00",
      "11-02T09:00",
    ]);
    expect(startsFrom({ ...buffered, durationMinutes: 45 }, monday, 1)).toEqual([
      "11-02T08:00",
      "11-02T09:15",
    ]);
  });

  it("keep what others occupy away, to the minute; blocked time may touch the visit", () => {
    const first = (busy: ReturnType<typeof visit>[], blocked: ReturnType<typeof visit>[] = []) =>
      starts(
        firstFreeSlots(
          { ...buffered, blocked: intervalSet(blocked) },
          intervalSet(busy),
          at(monday),
          1,
        ),
      );
    expect(first([visit("2026-11-02T07:00:00Z", "2026-11-02T07:50:00Z")])).toEqual(["11-02T08:00"]);
    expect(first([visit("2026-11-02T07:00:00Z", "2026-11-02T07:51:00Z")])).toEqual(["11-03T08:00"]);
    expect(first([visit("2026-11-02T09:19:00Z", "2026-11-02T10:00:00Z")])).toEqual(["11-03T08:00"]);
    expect(first([], [visit("2026-11-02T09:00:00Z", "2026-11-02T10:00:00Z")])).toEqual([
      "11-02T08:00",
    ]);
  });
});

describe("inside hours", () => {
  it("is a visit that no one has to move: over a join of windows, but into no blocked time", () => {
    const joined = schedule(zone, { monday: ["09:00-12:00", "12:00-15:00"] });
    const noon = intervalOf(at("2026-11-02T10:45:00Z"), at("2026-11-02T11:15:00Z"));
    expect(isInsideHours(joined, noon)).toBe(true);
    expect(isInsideHours({ ...joined, blocked: intervalSet([noon]) }, noon)).toBe(false);
    expect(isInsideHours({ ...joined, status: "on_leave" }, noon)).toBe(false);
    const ended = { ...joined, status: "ended" as const, endDate: parsePlainDate("2026-11-02") };
    expect(isInsideHours(ended, noon)).toBe(true);
  });
});

describe("two clinics", () => {
  it("collide where they share an instant, and the windows are named as they were written", () => {
    const berlin = schedule(zone, { friday: ["22:00-02:00"] });
    const chicago = schedule("America/Chicago", { friday: ["18:30-20:00"] });
    // 18:30 in Chicago is 1:30 of Saturday in Berlin.
    expect(findCollision(berlin, chicago, at(monday))).toMatchObject({
      at: at("2026-11-07T00:30:00Z"),
      ofA: { weekday: "friday", window: "22:00-02:00" },
      ofB: { weekday: "friday", window: "18:30-20:00" },
    });
  });

  it("may touch, and may take turns by date", () => {
    const other = schedule(zone, { monday: ["11:00-12:00"] });
    expect(findCollision(facts(), other, at(monday))).toBeNull();
    const extra = on("2026-12-07", "extra_hours", ["11:30-12:30"]);
    expect(findCollision(facts(extra), other, at(monday))?.at).toEqual(at("2026-12-07T10:30:00Z"));
    const away = on("2026-12-07", "time_off");
    expect(findCollision(facts(extra, away), other, at(monday))).toBeNull();
  });

  it("collide on the days of a clock change only", () => {
    const kathmandu = schedule("Asia/Kathmandu", { monday: ["12:45-13:45"] });
    // 9 to 11 in Berlin is 12:45 to 14:45 in Kathmandu in summer, 13:45 to 15:45 in winter.
    expect(findCollision(facts(), kathmandu, at(monday))?.at).toEqual(at("2027-03-29T07:00:00Z"));
  });
});
