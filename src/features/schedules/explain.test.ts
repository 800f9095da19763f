import { describe, expect, it } from "vitest";
import type { Instant } from "@/lib/time/instant";
import { intervalOf, intervalSet, noIntervals } from "@/lib/time/interval";
import { parsePlainDate } from "@/lib/time/plain-date";
import { dayRange } from "@/lib/time/zone";
import { explainNoSlots } from "./explain";
import { at, schedule } from "./schedule.test-support";
import type { ScheduleFacts } from "./schema";
import { readTemplate } from "./template";

const zone = "America/Chicago";

/** Mondays 9 to 11 in Chicago, by the half hour. */
const facts = schedule(zone, { monday: ["09:00-11:00"] }, { noticeMinutes: 120, horizonDays: 20 });

const monday8 = at("2026-11-23T14:00:00Z");
const nextMonday = "2026-11-30T15:00:00Z";

function explain(day: string, now: Instant, more: Partial<ScheduleFacts> = {}, busy = noIntervals) {
  const date = parsePlainDate(day);
  if (!date) throw new Error(`not a date: ${day}`);
  const told = explainNoSlots({ ...facts, ...more }, busy, dayRange(date, zone), now);
  return told && [told.reason, told.nextFree?.startsAt.toString() ?? null];
}

describe("a day without a free slot", () => {
  it("is explained only if it is one", () => {
    expect(explain("2026-11-23", monday8)).toBeNull();
  });

  it.each([
    ["ON_LEAVE", { status: "on_leave" as const }],
    ["ENDED", { status: "ended" as const }],
    ["NOT_ACCEPTING", { isBookingEnabled: false }],
  ])("of a closed association: %s, and none to come", (reason, more) => {
    expect(explain("2026-11-23", monday8, more)).toEqual([reason, null]);
  });

  it("is outside hours, also when its hours are over", () => {
    expect(explain("2026-11-24", monday8)).toEqual(["OUTSIDE_HOURS", nextMonday]);
    expect(explain("2026-11-23", at("2026-11-23T20:00:00Z"))).toEqual([
      "OUTSIDE_HOURS",
      nextMonday,
    ]);
    expect(explain("2026-11-24", monday8, { template: readTemplate({}) })).toEqual([
      "OUTSIDE_HOURS",
      null,
    ]);
  });

  it("is fully booked until the next", () => {
    const morning = intervalOf(at("2026-11-23T15:00:00Z"), at("2026-11-23T17:00:00Z"));
    const told = explain("2026-11-23", monday8, {}, intervalSet([morning]));
    expect(told).toEqual(["FULLY_BOOKED", nextMonday]);
  });

  it("is too soon where only the notice stands against it", () => {
    expect(explain("2026-11-23", at("2026-11-23T15:10:00Z"))).toEqual(["TOO_SOON", nextMonday]);
  });

  it("is too far, and the next is the first there is", () => {
    expect(explain("2026-12-14", monday8)).toEqual(["TOO_FAR", "2026-11-23T16:00:00Z"]);
    expect(explain("2026-12-15", monday8)).toEqual(["TOO_FAR", "2026-11-23T16:00:00Z"]);
  });

  it("lies after the end of the association", () => {
    const endDate = parsePlainDate("2026-11-24");
    expect(explain("2026-11-30", monday8, { endDate })).toEqual(["ENDED", "2026-11-23T16:00:00Z"]);
  });
});
