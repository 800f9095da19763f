import { describe, expect, it } from "vitest";
import { parseInstant } from "@/lib/time/instant";
import { type PlainDate, parsePlainDate } from "@/lib/time/plain-date";
import { fromDraft, toDraft } from "./draft";
import { checkHours, inOneWay, plainWeek } from "./form-schema";
import { isOpenAt, type Surroundings, stateAt, windowsOn } from "./rules";
import type { OpeningHours, OpeningRule } from "./schema";
import { sunTimes } from "./sun";

const hours = (...rules: OpeningRule[]): OpeningHours => ({ rules });
const instant = (text: string) =>
  parseInstant(text) as NonNullable<ReturnType<typeof parseInstant>>;
const date = (text: string) => parsePlainDate(text) as PlainDate;
const chicago: Surroundings = {
  timezone: "America/Chicago",
  isHoliday: (day) => day.toString() === "2026-11-26",
  sun: () => ({ sunrise: 400, sunset: 1000 }),
};
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

describe("the windows of a day", () => {
  const all = hours(
    { days: [...weekdays], windows: ["09:00-13:00", "12:30-18:00"] },
    { days: ["holiday"], windows: [] },
    { season: "11-15/02-15", days: ["monday"], windows: ["10:00-16:00"] },
    { dates: "2026-11-26/2026-11-26", windows: ["20:00-22:00"], adds: true },
  );
  it.each([
    ["2026-11-10", [[540, 1080]]],
    ["2026-11-26", [[1200, 1320]]],
    ["2026-11-30", [[600, 960]]],
    ["2026-11-28", []],
  ])("%s", (day, windows) => {
    const found = windowsOn(all, date(day), chicago).map(({ start, end }) => [start, end]);
    expect(found).toEqual(windows);
  });

  it("that hang on the sun are none where it does not come up", () => {
    const inTheDark = { ...chicago, sun: () => null };
    const sunny = hours({ windows: ["sunrise-sunset", "08:00-09:00"] });
    expect(windowsOn(sunny, date("2026-12-21"), inTheDark)).toHaveLength(1);
    expect(windowsOn(sunny, date("2026-12-21"), chicago)).toMatchObject([
      { start: 400, end: 1000 },
    ]);
    const tromso = { latitude: 69.65, longitude: 18.96 };
    expect(sunTimes(tromso, "Europe/Oslo", date("2026-12-21"))).toBeNull();
    expect(sunTimes(tromso, "Europe/Oslo", date("2026-06-21"))).toEqual({
      sunrise: 0,
      sunset: 1440,
    });
  });
});

describe("a moment", () => {
  it("is in a night that began the day before, and ends where the wall says so", () => {
    const night = hours({ days: ["saturday"], windows: ["20:00-03:00"] });
    // The clocks go back at two on this Sunday: the hour from one comes twice.
    const at = instant("2026-11-01T07:30:00Z");
    expect(isOpenAt(night, at, chicago)).toBe(true);
    expect(stateAt(night, at, chicago)).toMatchObject({ until: instant("2026-11-01T09:00:00Z") });
    expect(isOpenAt(night, instant("2026-11-01T09:00:00Z"), chicago)).toBe(false);
  });

  it("is told what comes, not what has been, in the hour that comes twice", () => {
    const night = hours({ windows: ["00:30-01:20", "01:40-03:00"] });
    const state = (text: string) => stateAt(night, instant(text), chicago);
    const [first, second] = [state("2026-11-01T06:10:00Z"), state("2026-11-01T07:10:30.5Z")];
    expect(first).toMatchObject({ until: instant("2026-11-01T06:20:00Z") });
    expect(second).toMatchObject({ until: instant("2026-11-01T07:20:00Z") });
    expect(state("2026-11-01T07:30:00Z")).toEqual({
      isOpen: false,
      opens: instant("2026-11-01T07:40:00Z"),
    });
  });

  it("knows no end of hours around the clock, and no opening of what stays closed", () => {
    const at = instant("2026-11-01T07:30:00Z");
    expect(stateAt(hours({ windows: ["00:00-24:00"] }), at, chicago)).toMatchObject({
      until: null,
    });
    expect(stateAt(hours({ windows: [] }), at, chicago)).toEqual({ isOpen: false, opens: null });
  });
});

describe("hours that somebody typed", () => {
  it.each([
    [hours(), [{ code: "empty", rule: 0 }]],
    [hours({ windows: ["9-18"] }), [{ code: "window", rule: 0, window: 0 }]],
    [hours({ windows: ["09:00-09:00"] }), [{ code: "window", rule: 0, window: 0 }]],
    [hours({ windows: ["09:00-12:00", "11:00-13:00"] }), [{ code: "overlap", rule: 0, window: 1 }]],
    [
      hours(
        { days: ["sunday"], windows: ["22:00-03:00"] },
        { days: ["monday"], windows: ["02:00-10:00"] },
      ),
      [{ code: "overlap", rule: 1, window: 0, day: "monday" }],
    ],
    [hours({ dates: "2027-02-29/2027-03-01", windows: [] }), [{ code: "dates", rule: 0 }]],
    [hours({ dates: "2027-03-02/2027-03-01", windows: [] }), [{ code: "dates", rule: 0 }]],
    [hours({ season: "02-30/03-01", windows: [] }), [{ code: "season", rule: 0 }]],
    [hours({ season: "02-29/03-01", windows: ["08:00-24:00", "sunrise-sunset"] }), []],
  ])("%o", (typed, problems) => {
    expect(checkHours(typed)).toEqual(problems);
  });

  it("are times in one way", () => {
    expect(["9", "930", "9.30", "14:30", "x"].map(inOneWay)).toEqual([
      "09:00",
      "09:30",
      "09:30",
      "14:30",
      "x",
    ]);
  });

  it("are the same after the form, rules that it has no fields for included", () => {
    const week: OpeningRule = { days: [...weekdays], windows: ["09:00-18:00"] };
    const weekend: OpeningRule = { days: ["saturday", "sunday"], windows: [] };
    const others: OpeningRule[] = [
      { days: ["holiday"], windows: [] },
      { season: "06-01/08-31", windows: ["sunrise-sunset"] },
      { dates: "2026-12-24/2026-12-24", windows: ["09:00-12:00"], note: "Christmas" },
    ];
    const same = hours(week, weekend, ...others);
    expect(fromDraft(toDraft(same))).toEqual(same);
    const sun = hours({ windows: ["sunrise-sunset"] });
    expect(toDraft(sun)).toMatchObject({ week: null, kept: sun.rules });
    expect(fromDraft(toDraft(sun))).toEqual(sun);
    // A holiday that a later rule of the week opens again is nothing that the form could show.
    const odd = hours({ days: ["holiday"], windows: [] }, week);
    expect(fromDraft(toDraft(odd))).toEqual(odd);
  });

  it("are a plain week where nothing but the weekday matters", () => {
    expect(plainWeek(hours({ windows: ["08:00-12:00"] }))).toEqual(Array(7).fill(["08:00-12:00"]));
    expect(plainWeek(hours({ days: ["holiday"], windows: [] }))).toBeNull();
  });
});
