import { writeRows } from "@/lib/csv";
import { fromEpochDay } from "@/lib/time/plain-date";
import type { PlatformFigures } from "./queries/read-figures";
import { type ColumnName, figures } from "./rules";
import type { FigureName } from "./schema";

type Word = ColumnName | "day" | "csvPeriod" | "csvCurrent" | "csvBefore";

/**
 * One figure as a spreadsheet reads it: a row for each day of UTC, the days before first; rates in
 * hundredths, empty where there is nothing to measure.
 */
export function figureCsv(
  figure: FigureName,
  { days, daysBefore }: Pick<PlatformFigures, "days" | "daysBefore">,
  say: (word: Word) => string,
): string {
  const { table } = figures[figure];
  const rowsOf = (list: PlatformFigures["days"], period: string) =>
    list.map((day) => [
      fromEpochDay(day.day).toString(),
      period,
      ...table.map(({ of }) => of(day)),
    ]);
  return `\ufeff${writeRows([
    [say("day"), say("csvPeriod"), ...table.map(({ name }) => say(name))],
    ...rowsOf(daysBefore, say("csvBefore")),
    ...rowsOf(days, say("csvCurrent")),
  ])}`;
}
