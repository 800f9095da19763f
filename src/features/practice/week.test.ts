import { describe, expect, it } from "vitest";
import { applyDrag, type Drag } from "./drag";
import { windowsElsewhere } from "./elsewhere";
import { hoursForm } from "./hours-form";
import { isFarFrom, refuseDetails } from "./rules";
import {
  collisionOf,
  type DraftWeek,
  draftWeek,
  nextWindow,
  problemsOf,
  readTime,
  splitByDay,
  timesOf,
  writeWeek,
} from "./week";

const october = Date.parse("2026-10-28T15:00:00Z");
const week = draftWeek({ monday: ["09:00-12:00", "13:00-17:00"], sunday: ["22:00-02:00"] });
const morning = week[0]?.[0] ?? { id: "", start: "", end: "" };

describe("a time as it is typed", () => {
  it.each([
    ["9", 540],
    ["930", 570],
    ["0930", 570],
    ["9:30", 570],
    ["9.30", 570],
    [" 09:30 ", 570],
    ["9:30 pm", 1290],
    ["12am", 0],
    ["12 pm", 720],
    ["24:00", 1440],
    ["0", 0],
  ])("%s", (typed, minutes) => expect(readTime(typed)).toBe(minutes));

  it.each(["", "24:01", "25:00", "9:60", "13 pm", "0 am", "-9", "9:3", "morning"])(
    "is not %j",
    (typed) => expect(readTime(typed)).toBeNull(),
  );
});

describe("a week", () => {
  it("is saved as it was read, with odd ways of typing put right", () => {
    expect(writeWeek([[{ id: "a", start: "9", end: "1230" }], [], [], [], [], [], []])).toEqual({
      monday: ["09:00-12:30"],
    });
    expect(problemsOf(week)).toEqual([]);
  });

  it("names the window that overlaps another, around the end of the week too", () => {
    const late = draftWeek({ monday: ["01:00-03:00"], sunday: ["22:00-02:00"] });
    expect(problemsOf(late)).toMatchObject([
      { day: 0, index: 0, problem: { code: "WINDOWS_OVERLAP", otherDay: "sunday" } },
    ]);
  });

  it("names what is no window", () => {
    const typed: DraftWeek = [[{ id: "a", start: "9", end: "x" }], [], [], [], [], [], []];
    expect(problemsOf(typed)).toMatchObject([
      { day: 0, index: 0, problem: { code: "WINDOW_MALFORMED", window: "09:00-x" } },
    ]);
  });

  it("is cut into times in steps of visit and buffers, the last ending within the hours", () => {
    const grid = { durationMinutes: 30, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 };
    const times = timesOf(week[0] ?? [], grid);
    expect([times.length, times[0], times.at(-1)]).toEqual([9, 540, 960]);
    expect(timesOf(week[0] ?? [], { ...grid, durationMinutes: 0 })).toEqual([]);
  });

  it("offers further hours an hour after the last ones", () => {
    expect(nextWindow([morning])).toMatchObject({ start: "13:00", end: "16:00" });
    expect(nextWindow(week[6] ?? [])).toMatchObject({ start: "", end: "" });
  });

  it("is cut at midnight, and Sunday's night goes on on Monday", () => {
    expect(splitByDay({ start: 6 * 1440 + 1320, end: 7 * 1440 + 120 })).toEqual([
      { day: 6, start: 1320, end: 1440 },
      { day: 0, start: 0, end: 120 },
    ]);
  });
});

describe("hours at another clinic", () => {
  const elsewhere = (hours: object, timezone: string) =>
    windowsElsewhere([{ clinicName: "Other", timezone, hours }], "America/Chicago", october);

  it("are found where they share an instant, and only touching is none", () => {
    const others = elsewhere(
      { monday: ["12:00-13:00"], tuesday: ["08:00-09:30"] },
      "America/Chicago",
    );
    expect(collisionOf(0, morning, others)).toBeNull();
    expect(collisionOf(1, morning, others)).toMatchObject({
      day: "tuesday",
      window: "08:00-09:30",
    });
  });

  it("are seen on this clinic's clock, also in the weeks in which only one of them has changed it", () => {
    const [london] = elsewhere({ monday: ["15:00-16:00"] }, "Europe/London");
    // Six hours ahead, but five between the changes of autumn and of spring.
    expect(london?.spans).toContainEqual({ start: 540, end: 600 });
    expect(london?.spans).toContainEqual({ start: 600, end: 660 });
    expect(london?.spans).toHaveLength(2);
  });

  it("may fall on another day of this clinic's week", () => {
    const [tokyo] = elsewhere({ monday: ["08:00-10:00"] }, "Asia/Tokyo");
    expect(tokyo?.spans[0]?.start).toBe(6 * 1440 + 17 * 60);
    expect(
      collisionOf(6, { id: "a", start: "17:00", end: "18:30" }, tokyo ? [tokyo] : []),
    ).not.toBeNull();
  });

  it("stop the form at the window", () => {
    const schema = hoursForm(elsewhere({ monday: ["10:00-11:00"] }, "America/Chicago"), {
      problem: ({ code }) => code,
      collision: ({ clinicName }) => `meets ${clinicName}`,
    });
    const rules = {
      durationMinutes: "30",
      bufferBeforeMinutes: "0",
      bufferAfterMinutes: "",
      noticeHours: "1.5",
      horizonDays: "60",
      cancellationNoticeHours: "2",
      maxPerDay: "",
    };
    const draft = week.map((windows) => [...windows]);
    const issues = schema.safeParse({ week: draft, ...rules }).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join("."))).toEqual(["week.0.0", "bufferAfterMinutes"]);
    const free = schema.safeParse({ week: [], ...rules, bufferAfterMinutes: "5" });
    expect(free.data).toMatchObject({ noticeMinutes: 90, maxPerDay: null, hours: {} });
  });
});

describe("dragging", () => {
  const drag = (kind: "move" | "start" | "end", day = 0): Drag => ({
    kind,
    from: { day, minute: 600 },
    id: morning.id,
    day,
    span: { start: 540, end: 720 },
  });
  const hoursAfter = (what: Drag, day: number, minute: number) =>
    writeWeek(applyDrag(week, what, { day, minute }));

  it("moves a window by quarters of an hour, to another day too", () => {
    expect(hoursAfter(drag("move"), 2, 652)).toMatchObject({
      monday: ["13:00-17:00"],
      wednesday: ["09:45-12:45"],
    });
  });

  it("keeps the start within its day, and lets the end run past midnight", () => {
    expect(hoursAfter(drag("move"), 1, 5000).tuesday).toEqual(["23:45-02:45"]);
    expect(hoursAfter(drag("end"), 0, 1440).monday?.[0]).toBe("09:00-02:00");
    expect(hoursAfter(drag("end"), 0, 9000).monday?.[0]).toBe("09:00-08:45");
  });

  it("leaves a quarter of an hour at least", () => {
    expect(hoursAfter(drag("end"), 0, 0).monday?.[0]).toBe("09:00-09:15");
    expect(hoursAfter(drag("start"), 0, 2000).monday?.[0]).toBe("11:45-12:00");
    expect(hoursAfter(drag("start"), 0, -900).monday?.[0]).toBe("00:00-12:00");
  });

  it("adds a window from where it began, an hour where nothing was dragged", () => {
    const add: Drag = { kind: "add", id: "new", from: { day: 3, minute: 485 } };
    expect(hoursAfter(add, 3, 485).thursday).toEqual(["08:00-09:00"]);
    expect(hoursAfter(add, 4, 610).thursday).toEqual(["08:00-10:15"]);
    expect(hoursAfter(add, 3, 300).thursday).toEqual(["05:00-08:00"]);
    expect(hoursAfter(add, 3, 1530).thursday).toEqual(["08:00-01:30"]);
  });
});

describe("details of an association", () => {
  const standing = {
    revision: 3,
    status: "active" as const,
    endDate: "2027-01-31",
    firstUpcomingDate: "2026-11-05",
  };

  it("are refused on an older revision, after the end, and past appointments", () => {
    expect(refuseDetails(standing, 2, { startDate: "2026-01-01" })?.code).toBe("CHANGED_MEANWHILE");
    expect(refuseDetails(standing, 3, { startDate: "2026-11-05" })).toBeNull();
    expect(refuseDetails(standing, 3, { startDate: "2026-11-06" })?.fields).toEqual({
      startDate: "startAfterAppointments",
    });
    expect(refuseDetails(standing, 3, { startDate: "2027-02-01" })?.fields).toEqual({
      startDate: "startAfterEnd",
    });
    expect(
      refuseDetails({ ...standing, status: "ended" }, 3, { startDate: "2026-01-01" })?.code,
    ).toBe("ASSOCIATION_ENDED");
  });
});

describe("a point picked for a clinic", () => {
  it("lies near its town, across the date line too", () => {
    const chicago = { latitude: 41.88, longitude: -87.63 };
    expect(isFarFrom(chicago, { latitude: 42.05, longitude: -87.7 })).toBe(false);
    expect(isFarFrom(chicago, { latitude: 43.04, longitude: -87.9 })).toBe(true);
    expect(
      isFarFrom({ latitude: -16.5, longitude: 179.9 }, { latitude: -16.5, longitude: -179.9 }),
    ).toBe(false);
  });
});
