import {
  type OpeningDay,
  type OpeningHours,
  type OpeningRule,
  openingDays,
  openingHoursSchema,
} from "./schema";

const time = "([01]?\\d|2[0-4])[:.]([0-5]\\d)";
const window = new RegExp(`^${time}\\s*[-–]\\s*${time}$`);
/** Two windows run together: "09:00-13:00:14:00-18:00". */
const runTogether = /(\d[:.]\d\d)[:.](\d{1,2}[:.]\d\d\s*[-–])/g;

export type Weekday = Exclude<OpeningDay, "holiday">;

/**
 * A week as lists of a text for each day: "09:00-13:00,14:00-18:00", "CLOSED". A day that is left out
 * or empty is closed; a week without any window says nothing.
 */
export function readWeekColumns(
  lines: Partial<Record<Weekday, string>>,
): { hours: OpeningHours; repairs: string[] } | { problem: string } {
  const repairs: string[] = [];
  const byWindows = new Map<string, OpeningRule>();
  for (const day of openingDays) {
    if (day === "holiday") continue;
    const line = (lines[day] ?? "").trim();
    const windows = /^(closed|off|-|)$/i.test(line) ? [] : readLine(line, day, repairs);
    if (!windows) return { problem: "unreadable" };
    const key = windows.join();
    const rule = byWindows.get(key) ?? { days: [], windows };
    byWindows.set(key, { ...rule, days: [...(rule.days ?? []), day] });
  }
  const rules = [...byWindows.values()];
  if (rules.every((rule) => rule.windows.length === 0)) return { problem: "no_times" };
  const hours = openingHoursSchema.safeParse({ rules });
  return hours.success ? { hours: hours.data, repairs } : { problem: "too_much" };
}

function readLine(line: string, day: string, repairs: string[]): string[] | null {
  const apart = line.replace(runTogether, "$1,$2");
  if (apart !== line) repairs.push(`${day}: "${line}" read as "${apart}"`);
  const windows: string[] = [];
  for (const part of apart.split(/[,;]/)) {
    const match = window.exec(part.trim());
    if (!match) return null;
    const [, h1 = "", m1 = "", h2 = "", m2 = ""] = match;
    const from = `${h1.padStart(2, "0")}:${m1}`;
    let to = `${h2.padStart(2, "0")}:${m2}`;
    if (from >= "24:00" || to > "24:00") return null;
    if (to === "00:00") {
      to = "24:00";
      repairs.push(`${day}: "${part.trim()}" ends at midnight`);
    }
    if (from === to) return null;
    windows.push(`${from}-${to}`);
  }
  return windows.sort();
}
