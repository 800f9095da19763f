import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type Instant, parseInstant } from "@/lib/time/instant";
import { intervalOf, intervalSet, noIntervals } from "@/lib/time/interval";
import { parsePlainDate } from "@/lib/time/plain-date";
import {
  closedReason,
  decideSlot,
  firstFreeSlots,
  freeSlots,
  nearestFree,
  slotsByDay,
} from "./rules";
import type { ScheduleFacts, Slot } from "./schema";
import { readTemplate, type WeeklyHours } from "./template";

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`not an instant: ${text}`);
  return instant;
}

/** A schedule with half-hour slots, no notice and a wide horizon, unless told otherwise. */
function schedule(
  timezone: string,
  hours: WeeklyHours,
  more: Partial<ScheduleFacts> = {},
): ScheduleFacts {
  return {
    template: readTemplate(hours),
    timezone,
    durationMinutes: 30,
    noticeMinutes: 0,
    horizonDays: 60,
    status: "active",
    isBookingEnabled: true,
    startDate: null,
    endDate: null,
    ...more,
  };
}

/** Starts in UTC, "11-01T06:30". */
function starts(slots: readonly Slot[]): string[] {
  return slots.map((slot) => slot.startsAt.toString().slice(5, 16));
}

function startsFrom(facts: ScheduleFacts, now: string, days = 2): string[] {
  const range = { from: at(now), to: at(now).add({ hours: days * 24 }) };
  return starts(freeSlots(facts, noIntervals, range, at(now)));
}

describe("across clock changes", () => {
  it("lengthens a window by the hour that Chicago repeats on 1 November 2026", () => {
    const facts = schedule("America/Chicago", { sunday: ["01:00-02:30"] });
    expect(startsFrom(facts, "2026-11-01T00:00:00Z")).toEqual([
      "11-01T06:00", // 1:00 daylight time
      "11-01T06:30",
      "11-01T07:00", // 1:00 standard time
      "11-01T07:30",
      "11-01T08:00",
    ]);
  });

  it("keeps two windows of the repeated hour apart", () => {
    const facts = schedule("America/Chicago", { sunday: ["01:00-01:30", "01:30-02:00"] });
    expect(startsFrom(facts, "2026-11-01T00:00:00Z")).toEqual([
      "11-01T06:00",
      "11-01T06:30",
      "11-01T07:00",
      "11-01T07:30",
    ]);
  });

  it("shortens a window by the hour that Chicago skips on 14 March 2027", () => {
    const facts = schedule("America/Chicago", { sunday: ["01:30-04:00"] });
    expect(startsFrom(facts, "2027-03-14T00:00:00Z")).toEqual([
      "03-14T07:30",
      "03-14T08:00", // 3:00 daylight time
      "03-14T08:30",
    ]);
  });

  it("has no slot in a window that is skipped as a whole, and moves a start in the gap", () => {
    const skipped = schedule("America/Chicago", { sunday: ["02:00-03:00"] });
    expect(startsFrom(skipped, "2027-03-14T00:00:00Z")).toEqual([]);
    const halfSkipped = schedule("America/Chicago", { sunday: ["02:40-03:40"] });
    expect(startsFrom(halfSkipped, "2027-03-14T00:00:00Z")).toEqual(["03-14T08:00"]);
  });

  it("knows Lord Howe's half hour", () => {
    const facts = schedule("Australia/Lord_Howe", { sunday: ["01:00-03:00"] });
    // Back from 2:00 to 1:30 on 5 April 2026; on from 2:00 to 2:30 on 4 October.
    expect(startsFrom(facts, "2026-04-04T10:00:00Z")).toHaveLength(5);
    expect(startsFrom(facts, "2026-10-03T10:00:00Z")).toHaveLength(3);
  });

  it.each([
    ["America/Santiago", "sunday", "2026-09-05T12:00:00Z", "09-06T04:00"],
    ["Africa/Cairo", "friday", "2026-04-23T12:00:00Z", "04-23T22:00"],
    ["Asia/Beirut", "sunday", "2026-03-28T12:00:00Z", "03-28T22:00"],
  ])("starts a day without midnight at its first instant in %s", (zone, day, now, first) => {
    const facts = schedule(zone, { [day]: ["00:00-02:00"] });
    expect(startsFrom(facts, now, 1)).toEqual([first, first.replace(":00", ":30")]);
  });

  it("runs a night's window across the change", () => {
    const facts = schedule(
      "America/Chicago",
      { saturday: ["22:00-04:00"] },
      { durationMinutes: 60 },
    );
    expect(startsFrom(facts, "2026-11-01T00:00:00Z")).toHaveLength(7);
    expect(startsFrom(facts, "2027-03-14T00:00:00Z")).toHaveLength(5);
  });
});

describe("windows", () => {
  it("end at 24:00 with the day, also when that day has 25 hours", () => {
    const facts = schedule("Asia/Beirut", { saturday: ["22:00-24:00"] }, { durationMinutes: 60 });
    // Midnight of 25 October 2026 goes back to 23:00.
    expect(startsFrom(facts, "2026-10-24T12:00:00Z")).toEqual([
      "10-24T19:00",
      "10-24T20:00",
      "10-24T21:00",
    ]);
  });

  it("run from Sunday into Monday and belong to Sunday", () => {
    const facts = schedule(
      "Europe/Berlin",
      { sunday: ["23:00-01:00"] },
      { endDate: parsePlainDate("2026-11-22") },
    );
    const slots = ["11-22T22:00", "11-22T22:30", "11-22T23:00", "11-22T23:30"];
    expect(startsFrom(facts, "2026-11-22T12:00:00Z", 20)).toEqual(slots);
    // After midnight it is the day after the last, and Sunday's window is still open.
    expect(startsFrom(facts, "2026-11-22T23:10:00Z")).toEqual(slots.slice(3));
    expect(
      startsFrom(
        { ...facts, startDate: parsePlainDate("2026-11-23"), endDate: null },
        "2026-11-22T12:00:00Z",
      ),
    ).toEqual([]);
  });

  it("leave a rest that is shorter than the duration", () => {
    const facts = schedule("Asia/Kathmandu", { monday: ["09:00-10:10"] });
    expect(startsFrom(facts, "2026-11-23T00:00:00Z")).toEqual(["11-23T03:15", "11-23T03:45"]);
  });
});

describe("gates", () => {
  const facts = schedule(
    "Asia/Kolkata",
    { monday: ["09:00-11:00"], tuesday: ["09:00-10:00"] },
    { noticeMinutes: 120, horizonDays: 1 },
  );
  const now = at("2026-11-23T02:30:00Z"); // Monday 8:00
  const decide = (text: string, more: Partial<ScheduleFacts> = {}) =>
    decideSlot({ ...facts, ...more }, noIntervals, at(text), now);

  it("open a slot exactly when its notice begins, and to the end of the last day", () => {
    expect(starts(firstFreeSlots(facts, noIntervals, now, 9))).toEqual([
      "11-23T04:30",
      "11-23T05:00",
      "11-24T03:30",
      "11-24T04:00",
    ]);
    expect(starts(firstFreeSlots(facts, noIntervals, now, 0))).toEqual([]);
  });

  it.each([
    ["2026-11-23T02:29:00Z", { code: "SLOT_IN_PAST" }],
    ["2026-11-23T04:00:00Z", { code: "SLOT_TOO_SOON", params: { minutes: 120 } }],
    ["2026-11-30T03:30:00Z", { code: "SLOT_TOO_FAR", params: { days: 1 } }],
    ["2026-11-24T08:00:00Z", { code: "SLOT_OUTSIDE_HOURS" }],
    ["2026-11-24T03:45:00Z", { code: "SLOT_OFF_GRID" }],
    ["2026-11-24T03:30:00.0000001Z", { code: "SLOT_OFF_GRID" }],
  ])("refuse %s", (text, refusal) => {
    expect(decide(text)).toEqual(refusal);
  });

  it("accept a start in any spelling of its instant", () => {
    const slot = decide("2026-11-24T09:00:00+05:30");
    expect(slot).toEqual({
      startsAt: at("2026-11-24T03:30:00Z"),
      endsAt: at("2026-11-24T04:00:00Z"),
    });
  });

  it.each([
    [{ status: "ended" as const }, "ASSOCIATION_ENDED"],
    [{ status: "on_leave" as const }, "ON_LEAVE"],
    [{ isBookingEnabled: false }, "NOT_ACCEPTING"],
    [{ endDate: parsePlainDate("2026-11-23") }, "ASSOCIATION_ENDED"],
    [{ startDate: parsePlainDate("2026-11-25") }, "SLOT_OUTSIDE_HOURS"],
  ])("refuse an association with %o", (more, code) => {
    expect(decide("2026-11-24T03:30:00Z", more)).toMatchObject({ code });
    expect(closedReason({ ...facts, ...more })).toBe(
      "status" in more || "isBookingEnabled" in more ? code : null,
    );
  });

  it("offer nothing for a duration that is none", () => {
    expect(starts(firstFreeSlots({ ...facts, durationMinutes: 0 }, noIntervals, now, 9))).toEqual(
      [],
    );
    expect(decide("2026-11-24T03:30:00Z", { durationMinutes: 0 })).toMatchObject({
      code: "SLOT_OFF_GRID",
    });
  });
});

describe("appointments", () => {
  const facts = schedule("Australia/Sydney", { monday: ["09:00-12:00"] });
  const now = at("2026-11-22T12:00:00Z");
  const busy = intervalSet([
    intervalOf(at("2026-11-22T23:30:00Z"), at("2026-11-23T00:00:00Z")),
    intervalOf(at("2026-11-22T22:45:00Z"), at("2026-11-22T22:50:00Z")), // at another clinic
  ]);

  it("remove what they overlap, leave what they touch, and do not move the grid", () => {
    expect(starts(firstFreeSlots(facts, busy, now, 3))).toEqual([
      "11-22T22:00",
      "11-22T23:00",
      "11-23T00:00",
    ]);
    expect(decideSlot(facts, busy, at("2026-11-22T22:30:00Z"), now)).toEqual({
      code: "SLOT_TAKEN",
    });
  });

  it("have the nearest free times beside them, in order", () => {
    const taken = at("2026-11-22T23:30:00Z");
    expect(starts(nearestFree(facts, busy, taken, now, 3))).toEqual([
      "11-22T23:00",
      "11-23T00:00",
      "11-23T00:30",
    ]);
  });
});

describe("days", () => {
  it("head the slots by the clinic's date", () => {
    const facts = schedule("Pacific/Chatham", { monday: ["23:00-00:30"] });
    const slots = firstFreeSlots(facts, noIntervals, at("2026-11-23T00:00:00Z"), 3);
    const days = slotsByDay(slots, "Pacific/Chatham");
    expect(days.map((day) => [day.date.toString(), day.slots.length])).toEqual([
      ["2026-11-23", 2],
      ["2026-11-24", 1],
    ]);
    expect(days[0]?.date).toBeInstanceOf(Temporal.PlainDate);
  });
});
