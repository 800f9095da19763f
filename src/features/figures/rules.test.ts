import { describe, expect, it } from "vitest";
import { addUp, daysUntil, figures, noFigures, trendOf } from "./rules";

describe("days", () => {
  it("are whole ones of UTC until yesterday, and as many before", () => {
    const justAfterMidnight = Date.UTC(2026, 9, 28, 0, 0, 1);
    const { before, current } = daysUntil(justAfterMidnight, 7);
    const today = Date.UTC(2026, 9, 28) / 86_400_000;
    expect(current).toEqual([7, 6, 5, 4, 3, 2, 1].map((ago) => today - ago));
    expect(before).toEqual(current.map((day) => day - 7));
    expect(daysUntil(justAfterMidnight - 2000, 7).current.at(-1)).toBe(today - 2);
  });
});

describe("rates", () => {
  const some = { ...noFigures, completed: 6, missed: 2, answered: 19_980, refused: 15, failed: 5 };
  const read = (name: keyof typeof figures) => figures[name].table.map(({ of }) => of(some));

  it("are of what could have gone wrong, to two places", () => {
    expect(read("noShows")).toEqual([6, 2, 25]);
    // 0.075 and 0.025 hundredths.
    expect(read("answers")).toEqual([19_980, 15, 5, 0.08, 0.03]);
  });

  it("of nothing are none", () => {
    expect(figures.noShows.heads.map(({ of }) => of(noFigures))).toEqual([null]);
    expect(figures.answers.heads.map(({ of }) => of(noFigures))).toEqual([null, null]);
  });

  it("of several days are of their sums, and waits are not added", () => {
    const sum = addUp([some, { ...some, missed: 0, waitDays: 5 }], 3);
    expect(figures.noShows.heads.map(({ of }) => of(sum))).toEqual([14.29]);
    expect(sum.waitDays).toBe(3);
  });
});

describe("a trend", () => {
  it.each([
    [12, 10, { by: 2, percent: 20 }],
    [5, 10, { by: -5, percent: -50 }],
    [7, 7, { by: 0, percent: 0 }],
    [3, 0, { by: 3, percent: null }],
    [0.3, 0.1, { by: 0.2, percent: 200 }],
    [null, 3, null],
    [3, null, null],
  ])("of %d after %d", (current, before, trend) => {
    expect(trendOf(current, before)).toEqual(trend);
  });
});
