import { describe, expect, it } from "vitest";
import { weeklyHoursSchema } from "./schema";
import { checkTemplate, MOST_WINDOWS_A_DAY, readTemplate, writeTemplate } from "./template";

describe("reading", () => {
  it("gives minutes from each day's midnight, in order", () => {
    const template = readTemplate({
      monday: ["14:00-18:00", "09:00-12:00"],
      saturday: ["20:00-24:00"],
      sunday: ["22:00-02:00"],
    });
    expect(template).toEqual([
      [
        { start: 540, end: 720 },
        { start: 840, end: 1080 },
      ],
      [],
      [],
      [],
      [],
      [{ start: 1200, end: 1440 }],
      [{ start: 1320, end: 1560 }],
    ]);
  });

  it.each([[null], [undefined], [{}], ["monday"], [{ monday: ["09:00-12:00", "nine to five"] }]])(
    "gives no hours for %o",
    (raw) => {
      expect(readTemplate(raw).flat()).toEqual([]);
    },
  );

  it("is undone by writing", () => {
    const hours = { monday: ["00:00-24:00"], friday: ["09:00-12:00", "22:00-02:30"] };
    expect(writeTemplate(readTemplate(hours))).toEqual(hours);
  });
});

describe("checking", () => {
  it.each([
    ["9:00-12:00"],
    ["09:00 - 12:00"],
    ["09:00"],
    ["25:00-26:00"],
    ["09:60-10:00"],
    ["24:00-02:00"],
    ["09:00-24:30"],
    ["<script>"],
    ["09:00-12:00\n"],
  ])("refuses %j as no hours", (window) => {
    expect(checkTemplate({ tuesday: [window] })).toEqual([
      { code: "WINDOW_MALFORMED", day: "tuesday", index: 0, window },
    ]);
  });

  it("refuses an empty window, an unknown day, a day that is no list and one too full", () => {
    const many = Array(MOST_WINDOWS_A_DAY + 1).fill("09:00-10:00");
    expect(
      checkTemplate({ monday: ["10:00-10:00"], Montag: [], friday: "09:00-10:00", sunday: many }),
    ).toEqual([
      { code: "WINDOW_EMPTY", day: "monday", index: 0, window: "10:00-10:00" },
      { code: "DAY_UNKNOWN", day: "Montag" },
      { code: "DAY_NOT_A_LIST", day: "friday" },
      { code: "DAY_TOO_FULL", day: "sunday" },
    ]);
    expect(checkTemplate([])).toEqual([{ code: "NOT_A_TEMPLATE" }]);
  });

  it.each([
    [{ monday: ["09:00-12:00", "11:30-14:00"] }, "monday 11:30-14:00, monday 09:00-12:00"],
    [{ monday: ["09:00-12:00", "09:00-12:00"] }, "monday 09:00-12:00, monday 09:00-12:00"],
    [
      { monday: ["22:00-02:00"], tuesday: ["01:00-03:00"] },
      "tuesday 01:00-03:00, monday 22:00-02:00",
    ],
    [
      { sunday: ["22:00-02:00"], monday: ["01:00-03:00"] },
      "monday 01:00-03:00, sunday 22:00-02:00",
    ],
  ])("refuses the overlap in %o", (hours, named) => {
    const [problem, ...more] = checkTemplate(hours);
    if (problem?.code !== "WINDOWS_OVERLAP") throw new Error("no overlap found");
    const { day, window, otherDay, otherWindow } = problem;
    expect(`${day} ${window}, ${otherDay} ${otherWindow}`).toBe(named);
    expect(more).toEqual([]);
  });

  it.each([
    [{ monday: ["09:00-12:00", "12:00-14:00"] }],
    [{ sunday: ["22:00-02:00"], monday: ["02:00-03:00"] }],
    [{ monday: ["00:00-24:00"], tuesday: ["00:00-24:00"], sunday: ["00:00-24:00"] }],
  ])("lets windows touch: %o", (hours) => {
    expect(checkTemplate(hours)).toEqual([]);
  });
});

describe("saving", () => {
  it("puts days and windows in order and leaves empty days out", () => {
    const saved = weeklyHoursSchema.parse({
      friday: ["14:00-18:00", "09:00-12:00"],
      tuesday: [],
      monday: ["22:00-00:00"],
    });
    expect(Object.entries(saved)).toEqual([
      ["monday", ["22:00-24:00"]],
      ["friday", ["09:00-12:00", "14:00-18:00"]],
    ]);
  });

  it("says at which window it will not do", () => {
    const { error } = weeklyHoursSchema.safeParse({
      sunday: ["22:00-02:00"],
      monday: ["08:00-09:00", "01:00-03:00"],
    });
    expect(error?.issues).toMatchObject([
      {
        path: ["monday", 1],
        message: "Monday, 01:00-03:00: overlaps Sunday, 22:00-02:00.",
        params: { code: "WINDOWS_OVERLAP" },
      },
    ]);
  });

  it.each([
    [{ monday: ["noon"] }, "Monday, noon: write hours like 09:00-12:00."],
    [{ monday: ["09:00-09:00"] }, "Monday, 09:00-09:00: starts and ends at the same time."],
    [{ someday: [] }, "someday is not a day of the week."],
  ])("says what is wrong with %o", (hours, message) => {
    expect(weeklyHoursSchema.safeParse(hours).error?.issues[0]?.message).toBe(message);
  });
});
