import OpeningHoursLibrary from "opening_hours";
import { fromEpochDay, type PlainDate, toEpochDay } from "@/lib/time/plain-date";
import { windowsOn } from "./rules";
import type { OpeningHours } from "./schema";

const DAY = 1440;

/**
 * The country whose holidays stand for any: what "PH" does in a value is the same everywhere, and this
 * one has two holidays in a row. Without coordinates the library's sun rises at 6 and sets at 18.
 */
const somewhere = { address: { country_code: "de", state: "" } };
const itsSun = () => ({ sunrise: 360, sunset: 1080 });

/** A leap year; values that name years are judged in those too. */
const judgedYear = 2028;
const mostYears = 6;

/** The library's reading of a value; throws where it finds no meaning in it. */
export function libraryOf(value: string): OpeningHoursLibrary {
  return new OpeningHoursLibrary(value, somewhere as never, {} as never);
}

/**
 * Whether hours open at the very minutes at which the reference library opens the value, over a leap
 * year and every year that is named, from two days before to two days after. What the library calls
 * unknown is not open. Null where so many years are named that it is not worth the time.
 */
export function meansTheSame(hours: OpeningHours, value: string): boolean | null {
  const reference = libraryOf(value);
  const years = new Set([judgedYear, ...yearsIn(hours), ...yearsIn(value)]);
  if (years.size > mostYears) return null;
  return [...years].every((year) => agreesIn(year, hours, reference));
}

function yearsIn(value: unknown): number[] {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return [...text.matchAll(/\b(?:19|20)\d\d\b(?!:)/g)].map(([year]) => Number(year));
}

function agreesIn(year: number, hours: OpeningHours, reference: OpeningHoursLibrary): boolean {
  const first = toEpochDay(fromEpochDay(0).with({ year, month: 1, day: 1 })) - 2;
  const days = 370;
  const theirs = theirMinutes(reference, first, days);
  const ours = Array.from({ length: days }, () => "");
  const around = {
    timezone: "UTC",
    isHoliday: (date: PlainDate) =>
      reference.getPublicHolidayContext(localNoon(toEpochDay(date))).isHoliday,
    sun: itsSun,
  };
  const stretches: [number, number][] = [];
  for (let day = -1; day < days; day++)
    for (const { start, end } of windowsOn(hours, fromEpochDay(first + day), around))
      stretches.push([day * DAY + start, day * DAY + end]);
  fill(ours, stretches);
  return ours.every((day, i) => isOddDay(first + i) || day === theirs[i]);
}

function theirMinutes(reference: OpeningHoursLibrary, first: number, days: number): string[] {
  const found = Array.from({ length: days }, () => "");
  const minutes = (date: Date) =>
    (Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000 - first) * DAY +
    date.getHours() * 60 +
    date.getMinutes();
  const intervals = reference.getOpenIntervals(localMidnight(first), localMidnight(first + days));
  fill(
    found,
    intervals
      .filter(([, , isUnknown]) => !isUnknown)
      .map(([from, to]) => [minutes(from), minutes(to)]),
  );
  return found;
}

/** Writes each day's open minutes, as "540-780 840-1080". */
function fill(days: string[], stretches: [number, number][]): void {
  const merged: [number, number][] = [];
  for (const [start, end] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  for (const [start, end] of merged)
    for (
      let day = Math.max(0, Math.floor(start / DAY));
      day * DAY < end && day < days.length;
      day++
    )
      days[day] += `${Math.max(start - day * DAY, 0)}-${Math.min(end - day * DAY, DAY)} `;
}

// The library reckons on the clock of the process: only its readings are used, and not on days on
// which that clock itself is changed.
function localMidnight(epochDay: number): Date {
  const date = fromEpochDay(epochDay);
  return new Date(date.year, date.month - 1, date.day);
}

function localNoon(epochDay: number): Date {
  const date = fromEpochDay(epochDay);
  return new Date(date.year, date.month - 1, date.day, 12);
}

function isOddDay(epochDay: number): boolean {
  return (
    localMidnight(epochDay).getTimezoneOffset() !== localMidnight(epochDay + 1).getTimezoneOffset()
  );
}
