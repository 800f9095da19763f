import { describe, expect, it } from "vitest";
import { at, schedule } from "@/features/schedules/schedule.test-support";
import { instantOf } from "@/lib/time/instant";
import { sessionAt } from "./session";

const all = (...windows: string[]) => ({ wednesday: windows, thursday: windows, friday: windows });

/** The session at an instant of Thursday, 29 October 2026, as "day hour:minute" in UTC. */
function sessionOf(windows: string[], time: string) {
  const { startMs, endMs } = sessionAt(schedule("UTC", all(...windows)), at(`2026-10-${time}:00Z`));
  return [startMs, endMs].map((ms) => instantOf(ms).toString().slice(8, 16).replace("T", " "));
}

describe("the session that a delay is about", () => {
  it("is the open hours around now, past midnight too", () => {
    const night = ["20:00-04:00"];
    expect(sessionOf(night, "28T23:50")).toEqual(["28 20:00", "29 04:00"]);
    expect(sessionOf(night, "29T00:10")).toEqual(["28 20:00", "29 04:00"]);
  });

  it("is not the evening while the morning lasts, and the next hours today in between", () => {
    const day = ["09:00-12:00", "17:00-20:00"];
    expect(sessionOf(day, "29T08:00")).toEqual(["29 09:00", "29 12:00"]);
    expect(sessionOf(day, "29T11:59")).toEqual(["29 09:00", "29 12:00"]);
    expect(sessionOf(day, "29T12:00")).toEqual(["29 17:00", "29 20:00"]);
  });

  it("runs on through hours that touch, for a day at most", () => {
    expect(sessionOf(["09:00-12:00", "12:00-15:00"], "29T10:00")).toEqual(["29 09:00", "29 15:00"]);
    expect(sessionOf(["00:00-24:00"], "29T10:00")).toEqual(["29 00:00", "30 00:00"]);
  });

  it("is the clinic's date where there are no hours, or none any more", () => {
    expect(sessionOf([], "29T10:00")).toEqual(["29 00:00", "30 00:00"]);
    expect(sessionOf(["09:00-12:00"], "29T13:00")).toEqual(["29 00:00", "30 00:00"]);
  });
});
