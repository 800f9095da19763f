import { describe, expect, it } from "vitest";
import { intervalOf, intervalSet, noIntervals } from "@/lib/time/interval";
import { fromEpochDay, parsePlainDate } from "@/lib/time/plain-date";
import {
  closedReason,
  decideSlot,
  firstFreeSlots,
  freeStarts,
  nearestFree,
  startsByDay,
} from "./rules";
import { at, schedule, starts } from "./schedule.test-support";
import type { ScheduleFacts } from "./schema";
import { readTemplate } from "./template";

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

  it("end with the last day: its last slot may be had, the midnight after it not", () => {
    const atNight = { ...facts, template: readTemplate({ tuesday: ["23:00-01:00"] }) };
    expect(starts(firstFreeSlots(atNight, noIntervals, now, 9))).toEqual([
      "11-24T17:30",
      "11-24T18:00",
    ]);
    const midnight = decideSlot(atNight, noIntervals, at("2026-11-24T18:30:00Z"), now);
    expect(midnight).toMatchObject({ code: "SLOT_TOO_FAR" });
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
    // Two are equally near: the earlier.
    expect(starts(nearestFree(facts, busy, taken, now, 1))).toEqual(["11-22T23:00"]);
  });
});

describe("days", () => {
  it("head the slots by the clinic's date", () => {
    const facts = schedule("Pacific/Chatham", { monday: ["23:00-00:30"] });
    const range = { to: at("2026-11-24T12:00:00Z") };
    const starts = freeStarts(facts, noIntervals, range, at("2026-11-23T00:00:00Z"));
    const days = [...startsByDay(starts, "Pacific/Chatham")];
    expect(days.map(([day, times]) => [fromEpochDay(day).toString(), times.length])).toEqual([
      ["2026-11-23", 2],
      ["2026-11-24", 1],
    ]);
  });
});
