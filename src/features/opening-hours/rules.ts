import type { Instant } from "@/lib/time/instant";
import { type PlainDate, toEpochDay } from "@/lib/time/plain-date";
import { clinicDateOf, clinicTimeOf, resolveWall } from "@/lib/time/zone";
import { type OpeningHours, type OpeningRule, openingDays } from "./schema";

/** What a day depends on beside the rules: holidays of the country, and the sun there. */
export type Surroundings = {
  /** IANA name. */
  timezone: string;
  isHoliday: (date: PlainDate) => boolean;
  /** Minutes of the day on the wall; null where the sun does not come up that day. */
  sun: (date: PlainDate) => { sunrise: number; sunset: number } | null;
};

/** Minutes from its day's midnight, half-open; `end` is beyond 1440 past midnight. */
export type OpenWindow = { start: number; end: number; mayBeLonger: boolean };

/** What a moment meets: until when it stays so, and null where no change is near (within `horizonDays`). */
export type OpeningState =
  | { isOpen: true; until: Instant | null; mayBeLonger: boolean }
  | { isOpen: false; opens: Instant | null };

/** How far ahead a change is looked for. */
export const horizonDays = 14;

const DAY = 1440;

/** The windows that begin on a day, ascending, touching and overlapping ones made one. */
export function windowsOn(
  hours: OpeningHours,
  date: PlainDate,
  around: Surroundings,
): OpenWindow[] {
  const speaking = hours.rules.filter((rule) => speaksOf(rule, date, around));
  const last = speaking.findLastIndex((rule) => !rule.adds);
  const texts = speaking.slice(Math.max(last, 0)).flatMap((rule) => rule.windows);
  return merge(texts.flatMap((text) => readWindow(text, date, around)));
}

/** Whether the clock on the wall there stands within a window at this instant. */
export function isOpenAt(hours: OpeningHours, at: Instant, around: Surroundings): boolean {
  const today = clinicDateOf(at, around.timezone);
  const minute = minuteAt(at, around.timezone);
  return stretchesFrom(hours, today, 0, around).some(
    ({ start, end }) => start <= minute && minute < end,
  );
}

/**
 * Open or closed at an instant, and the instant of the next change. An hour that the clocks repeat is
 * the same hour twice.
 */
export function stateAt(hours: OpeningHours, at: Instant, around: Surroundings): OpeningState {
  const today = clinicDateOf(at, around.timezone);
  const minute = minuteAt(at, around.timezone);
  const stretches = stretchesFrom(hours, today, horizonDays, around);
  const now = stretches.find(({ start, end }) => start <= minute && minute < end);
  const instantAt = (minutes: number) => {
    const first = resolveWall(today, minutes, around.timezone);
    if (first.epochMilliseconds > at.epochMilliseconds) return first;
    // The clocks repeat this hour, and it is the second time.
    const begun = at.round({ smallestUnit: "minute", roundingMode: "floor" });
    return first.add(resolveWall(today, Math.floor(minute), around.timezone).until(begun));
  };
  if (now) {
    const isForGood = now.end >= horizonDays * DAY;
    return {
      isOpen: true,
      until: isForGood ? null : instantAt(now.end),
      mayBeLonger: now.mayBeLonger,
    };
  }
  const next = stretches.find(({ start }) => start > minute);
  return { isOpen: false, opens: next ? instantAt(next.start) : null };
}

function minuteAt(at: Instant, zone: string): number {
  const { hour, minute, second } = clinicTimeOf(at, zone);
  return hour * 60 + minute + second / 60;
}

/** What is open from the night before a day until so many days after it, in minutes of that day. */
function stretchesFrom(
  hours: OpeningHours,
  today: PlainDate,
  days: number,
  around: Surroundings,
): OpenWindow[] {
  const found: OpenWindow[] = [];
  for (let day = -1; day <= days; day++)
    for (const window of windowsOn(hours, today.add({ days: day }), around))
      found.push({ ...window, start: window.start + day * DAY, end: window.end + day * DAY });
  return merge(found);
}

function speaksOf(rule: OpeningRule, date: PlainDate, around: Surroundings): boolean {
  const { days, season, dates } = rule;
  const weekday = openingDays[(toEpochDay(date) + 3) % 7];
  const isItsDay =
    !days || days.some((day) => day === weekday || (day === "holiday" && around.isHoliday(date)));
  return (
    isItsDay && (!dates || isWithin(dates, date.toString())) && (!season || isIn(season, date))
  );
}

function isWithin(dates: string, day: string): boolean {
  return dates.slice(0, 10) <= day && day <= dates.slice(11);
}

function isIn(season: string, date: PlainDate): boolean {
  const day = date.toString().slice(5);
  const first = season.slice(0, 5);
  const last = season.slice(6);
  return first <= last ? first <= day && day <= last : day >= first || day <= last;
}

/** None where it hangs on a sun that does not come up. */
function readWindow(text: string, date: PlainDate, around: Surroundings): OpenWindow[] {
  const [from = "", to = ""] = text.replace("+", "").split("-");
  const minuteOf = (word: string) => {
    if (word === "sunrise" || word === "sunset") return around.sun(date)?.[word];
    return Number(word.slice(0, 2)) * 60 + Number(word.slice(3));
  };
  const start = minuteOf(from);
  const end = minuteOf(to);
  if (start === undefined || end === undefined) return [];
  return [{ start, end: end <= start ? end + DAY : end, mayBeLonger: text.endsWith("+") }];
}

function merge(windows: readonly OpenWindow[]): OpenWindow[] {
  const merged: OpenWindow[] = [];
  for (const window of [...windows].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (!last || window.start > last.end) merged.push({ ...window });
    else if (window.end >= last.end) {
      last.end = window.end;
      last.mayBeLonger = window.mayBeLonger;
    }
  }
  return merged;
}

/** The years whose holidays have to be known: this one and the next. */
export function holidayYears(now: Instant): number[] {
  const { year } = clinicDateOf(now, "UTC");
  return [year, year + 1];
}
