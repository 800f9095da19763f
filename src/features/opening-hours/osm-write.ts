import { fromEpochDay, parsePlainDate, toEpochDay } from "@/lib/time/plain-date";
import { plainWeek } from "./form-schema";
import { codes, months } from "./osm-grammar";
import { meansTheSame } from "./osm-reference";
import { windowsOn } from "./rules";
import { type OpeningDay, type OpeningHours, type OpeningRule, openingDays } from "./schema";

const DAY = 1440;
/** More days than these are not written one by one. */
const mostDays = 62;

/**
 * Hours in OpenStreetMap's syntax, held against the reference library before they are given away; null
 * where that syntax has no way to say them (a night that runs into a public holiday, for one). A note
 * stands in the value as a comment.
 */
export function writeOsm(hours: OpeningHours): string | null {
  const key = JSON.stringify(hours);
  const known = written.get(key);
  if (known !== undefined) return known;
  const values = [writeRules, writeWeek, writeDays].map((way) => way(hours));
  const value = values.find((one) => one !== null && isSame(hours, one)) ?? null;
  if (written.size >= mostRemembered) written.clear();
  written.set(key, value);
  return value;
}

const mostRemembered = 5000;
/** An export has the same hours many times. */
const written = new Map<string, string | null>();

function isSame(hours: OpeningHours, value: string): boolean {
  try {
    return meansTheSame(hours, value) === true;
  } catch {
    return false;
  }
}

/**
 * Each rule as it stands. One that adds on every day names the days: times alone after a comma would
 * be more times of the rule before.
 */
function writeRules({ rules }: OpeningHours): string {
  return rules
    .filter((rule, index) => index === 0 || !rule.adds || rule.windows.length > 0)
    .map((rule, index) => {
      if (index === 0) return writeRule(rule);
      const isBare = !rule.days && !rule.season && !rule.dates;
      const everyDay = rule.adds && isBare ? { days: openingDays.slice(0, 7) } : {};
      return `${rule.adds ? ", " : "; "}${writeRule({ ...rule, ...everyDay })}`;
    })
    .join("");
}

/**
 * Day by day, each besides the others: a later rule would cut off the night before its day. Only where
 * nothing but the weekday matters.
 */
function writeWeek(hours: OpeningHours): string | null {
  const week = plainWeek(hours);
  if (!week) return null;
  const groups = new Map<string, OpeningDay[]>();
  for (const [index, windows] of week.entries()) {
    const key = windows.join();
    const days = [...(groups.get(key) ?? []), openingDays[index] as OpeningDay];
    if (windows.length > 0) groups.set(key, days);
  }
  const parts = Array.from(groups, ([windows, days]) =>
    writeRule({ ...(days.length < 7 && { days }), windows: windows.split(",") }),
  );
  return parts.length > 0 ? parts.join(", ") : "off";
}

/**
 * A week with other hours on certain days: those days, and the one after them, each with what runs into
 * it from the night before.
 */
function writeDays({ rules }: OpeningHours): string | null {
  const first = rules.findIndex((rule) => rule.dates);
  if (first < 1) return null;
  const week = writeWeek({ rules: rules.slice(0, first) });
  if (week === null) return null;
  const days = new Set<number>();
  for (const { dates, season, days: some } of rules.slice(first)) {
    const from = parsePlainDate(dates?.slice(0, 10) ?? "");
    const to = parsePlainDate(dates?.slice(11) ?? "");
    if (!from || !to || season || some) return null;
    for (let day = toEpochDay(from); day <= toEpochDay(to) + 1; day++) {
      days.add(day);
      if (days.size > mostDays) return null;
    }
  }
  const special = [...days].sort((a, b) => a - b).map((day) => writeDay({ rules }, day));
  return special.includes(null) ? null : [week, ...special].join("; ");
}

function writeDay(hours: OpeningHours, epochDay: number): string | null {
  if (hours.rules.some(({ windows }) => windows.some((text) => text.includes("sun")))) return null;
  const around = { timezone: "UTC", isHoliday: () => false, sun: () => null };
  const windows = [-1, 0].flatMap((shift) =>
    windowsOn(hours, fromEpochDay(epochDay + shift), around)
      .map(({ start, end }) => [Math.max(start + shift * DAY, 0), Math.min(end + shift * DAY, DAY)])
      .filter(([start = 0, end = 0]) => start < end)
      .map(([start = 0, end = 0]) => `${timeOf(start)}-${timeOf(end)}`),
  );
  const date = fromEpochDay(epochDay).toString();
  return writeRule({ dates: `${date}/${date}`, windows });
}

function writeRule({ days, season, dates, windows, note }: OpeningRule): string {
  const isAlways = windows.join() === "00:00-24:00" && !days && !season && !dates;
  const comment = note?.replaceAll('"', "'");
  const parts = [
    season && between(monthDay(season.slice(0, 5)), monthDay(season.slice(6))),
    dates && between(date(dates.slice(0, 10)), date(dates.slice(11))),
    days && writeDaysOf(days),
    windows.length === 0 ? "off" : isAlways ? "24/7" : windows.join(","),
    comment && (windows.length === 0 ? `"${comment}"` : `open "${comment}"`),
  ];
  return parts.filter(Boolean).join(" ");
}

/** "Mo-We,Fr,PH". */
function writeDaysOf(days: readonly OpeningDay[]): string {
  const numbers = openingDays.flatMap((day, number) => (days.includes(day) ? [number] : []));
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1 && number < 7) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => between(codes[from] ?? "", codes[to] ?? "")).join(",");
}

const between = (from: string, to: string) => (from === to ? from : `${from}-${to}`);
const monthDay = (text: string) => `${months[Number(text.slice(0, 2)) - 1]} ${text.slice(3)}`;
const date = (text: string) => `${text.slice(0, 4)} ${monthDay(text.slice(5))}`;

function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
