import { describe, expect, it } from "vitest";
import { noIntervals } from "@/lib/time/interval";
import { parsePlainDate } from "@/lib/time/plain-date";
import { decideSlot } from "./rules";
import { at, schedule, startsFrom } from "./schedule.test-support";

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

  it("have no slot on the day after the licence's last, also in a night that began before", () => {
    const facts = schedule(
      "Europe/Berlin",
      { friday: ["22:30-04:00"], saturday: ["10:00-12:00"] },
      { licensedUntil: parsePlainDate("2026-11-27"), durationMinutes: 60 },
    );
    // The visit that begins at 23:30 runs past midnight.
    expect(startsFrom(facts, "2026-11-27T12:00:00Z")).toEqual(["11-27T21:30", "11-27T22:30"]);
    const night = at("2026-11-27T23:30:00Z");
    const refusal = decideSlot(facts, noIntervals, night, at("2026-11-27T12:00:00Z"));
    expect(refusal).toMatchObject({ code: "ASSOCIATION_ENDED" });
  });

  it("leave a rest that is shorter than the duration", () => {
    const facts = schedule("Asia/Kathmandu", { monday: ["09:00-10:10"] });
    expect(startsFrom(facts, "2026-11-23T00:00:00Z")).toEqual(["11-23T03:15", "11-23T03:45"]);
  });
});
