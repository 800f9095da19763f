import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayHours, plainHours } from "./hours.test-support";
import { readOsm, readWeekColumns, writeOsm } from "./osm";
import { meansTheSame } from "./osm-reference";

const week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const rulesOf = (value: string) => {
  const read = readOsm(value);
  return "hours" in read ? read.hours.rules : read.problem;
};

describe("a value of OpenStreetMap", () => {
  it.each([
    ["24/7", [{ windows: ["00:00-24:00"] }]],
    ["7:00 - 18:00", [{ windows: ["07:00-18:00"] }]],
    ["sunrise-sunset", [{ windows: ["sunrise-sunset"] }]],
    ["Mo-Su 00:00-12:00+", [{ days: week, windows: ["00:00-12:00+"] }]],
    ["PH,Mo-Su 06:00-22:00", [{ days: [...week, "holiday"], windows: ["06:00-22:00"] }]],
    ["Su-Sa 07:00-21:00", [{ days: week, windows: ["07:00-21:00"] }]],
    ["Mo-Su 06:00-00:00", [{ days: week, windows: ["06:00-24:00"] }]],
    ["Mo-Su 09:00-08:00", [{ days: week, windows: ["09:00-08:00"] }]],
    [
      "Mo-Sa 06:30-17:00, Su off",
      [
        { days: week.slice(0, 6), windows: ["06:30-17:00"] },
        { days: ["sunday"], windows: [] },
      ],
    ],
    [
      "Jun 15-Aug 31 Mo-Fr 08:00-12:00; PH off",
      [
        { days: week.slice(0, 5), season: "06-15/08-31", windows: ["08:00-12:00"] },
        { days: ["holiday"], windows: [] },
      ],
    ],
    [
      'May-Sep 08:00-10:00; Dec 25 off; 2027 Dec 24-2028 Jan 3 off "holidays"',
      [
        { season: "05-01/09-30", windows: ["08:00-10:00"] },
        { season: "12-25/12-25", windows: [] },
        { dates: "2027-12-24/2028-01-03", windows: [], note: "holidays" },
      ],
    ],
    ["Mo 08:00-08:00", [{ days: ["monday"], windows: ["08:00-12:00", "12:00-08:00"] }]],
  ])("%s", (value, rules) => {
    expect(rulesOf(value)).toEqual(rules);
  });

  it.each([
    [")7:00-22:00", "unreadable"],
    ["nonsense", "unreadable"],
    [`24/7${" ".repeat(1000)}"x"`, "unreadable"],
    ["", "unreadable"],
    ["Mo[1] 10:00-12:00", "nth_weekday"],
    ["week 1-10 Mo 10:00-12:00", "week_numbers"],
    ["SH 10:00-12:00", "school_holidays"],
    ["easter off", "movable_feast"],
    ['Mo-Fr 10:00-12:00 || "ring"', "fallback"],
    ['Mo-Fr 10:00-12:00 "by appointment"', "uncertain"],
    ["Mo-Fr 08:00-18:00; Mo 12:00-13:00 off", "partly_closed"],
    ["(sunrise+01:00)-sunset", "sun_offset"],
    ["Mo-Fr 08:00+", "no_end"],
    ["Mo-Fr", "no_times"],
    // Strictly, Friday's night ends at Saturday's midnight.
    ["Fr 22:00-02:00; Sa 10:00-12:00", "other_meaning"],
    ["Mo-Fr 20:00-02:00; We off", "other_meaning"],
  ])("%s is refused", (value, problem) => {
    expect(rulesOf(value)).toBe(problem);
  });

  it("says what it put right", () => {
    expect(readOsm("Mo-Fr 9-18")).toMatchObject({
      repairs: ['"Mo-Fr 9-18" read as "Mo-Fr 09:00-18:00"'],
    });
    expect(readOsm("Mo-Fr 09:00-18:00")).toMatchObject({ repairs: [] });
  });
});

describe("hours written for OpenStreetMap", () => {
  it("open at the same minutes, nights of a week included", () => {
    fc.assert(
      fc.property(plainHours, (hours) => {
        const value = writeOsm(hours);
        expect(value).not.toBeNull();
        expect(meansTheSame(hours, value ?? "")).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("are read back with the same meaning, seasons, dates and holidays included", () => {
    fc.assert(
      fc.property(dayHours, (hours) => {
        const value = writeOsm(hours);
        expect(value).not.toBeNull();
        const read = readOsm(value ?? "");
        if (!("hours" in read)) throw new Error(`${value}: ${read.problem}`);
        expect(meansTheSame(read.hours, value ?? "")).toBe(true);
        expect(meansTheSame(hours, writeOsm(read.hours) ?? "")).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("keep a night before a day of other hours", () => {
    const rules = [
      { windows: ["18:00-02:00"] },
      { dates: "2028-12-24/2028-12-25", windows: [], note: "Christmas" },
    ];
    expect(writeOsm({ rules })).toBe(
      "18:00-02:00; 2028 Dec 24 00:00-02:00; 2028 Dec 25 off; 2028 Dec 26 18:00-24:00",
    );
  });

  it("add on every day and not to the rule before", () => {
    const rules = [
      { dates: "2028-01-01/2028-01-01", windows: ["08:00-10:00"] },
      { windows: ["12:00-14:00"], adds: true as const },
    ];
    expect(writeOsm({ rules })).toBe("2028 Jan 01 08:00-10:00, Mo-Su 12:00-14:00");
  });

  it("are not written where that would say something else", () => {
    const rules = [{ windows: ["18:00-02:00"] }, { days: ["holiday" as const], windows: [] }];
    expect(writeOsm({ rules })).toBeNull();
  });
});

describe("a week in columns", () => {
  it("reads lists of windows, and repairs what can only mean one thing", () => {
    expect(
      readWeekColumns({
        monday: "09:00-13:00:14:00-18:00",
        tuesday: "09:00-13:00,14:00-18:00",
        wednesday: "08:30-00:00",
        thursday: "CLOSED",
      }),
    ).toEqual({
      hours: {
        rules: [
          { days: ["monday", "tuesday"], windows: ["09:00-13:00", "14:00-18:00"] },
          { days: ["wednesday"], windows: ["08:30-24:00"] },
          { days: ["thursday", "friday", "saturday", "sunday"], windows: [] },
        ],
      },
      repairs: [
        'monday: "09:00-13:00:14:00-18:00" read as "09:00-13:00,14:00-18:00"',
        'wednesday: "08:30-00:00" ends at midnight',
      ],
    });
  });

  it.each([{ monday: "9 to 5" }, { monday: "25:00-26:00" }, { monday: "09:00-09:00" }])(
    "refuses %o",
    (lines) => {
      expect(readWeekColumns(lines)).toEqual({ problem: "unreadable" });
    },
  );

  it("refuses a day of more windows than the database takes", () => {
    const windows = Array.from({ length: 25 }, (_, n) => `00:${10 + n}-00:${11 + n}`);
    expect(readWeekColumns({ monday: windows.join() })).toEqual({ problem: "too_much" });
  });

  it("says nothing of a week without windows", () => {
    expect(readWeekColumns({ monday: "CLOSED" })).toEqual({ problem: "no_times" });
  });
});
