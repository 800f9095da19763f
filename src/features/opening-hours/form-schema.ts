import { type OpeningDay, type OpeningHours, type OpeningRule, openingDays } from "./schema";

/*
 * What a form has to know of opening hours. Forms load this: no Temporal.
 */

/** What is wrong with hours, by the rule and, where it is one, the window as it is written there. */
export type HoursProblem = {
  code: "empty" | "window" | "overlap" | "tooMany" | "dates" | "season";
  /** Place of the rule among the rules, from 0. */
  rule: number;
  /** Place of the window in its rule, from 0. */
  window?: number;
  /** The day on which the two overlap, where a night runs into it. */
  day?: OpeningDay;
};

type Minutes = { start: number; end: number };

const DAY = 1440;
const mostWindows = 24;
/** Of each month, in a leap year. */
export const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Minutes of "09:00" after midnight; null for the sun and for what is no time. */
function minutesOf(time: string): number | null {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : null;
  return minutes === null || minutes > DAY ? null : minutes;
}

/** "sun" where it hangs on the sun, null where the window is none; beyond 1440 past midnight. */
function spanOf(window: string): Minutes | "sun" | null {
  const [from = "", to = "", ...rest] = window.replace(/\+$/, "").split("-");
  const isSun = (word: string) => word === "sunrise" || word === "sunset";
  const start = minutesOf(from);
  const end = minutesOf(to);
  const isTime = (isSun(from) || (start !== null && start < DAY)) && (isSun(to) || end !== null);
  if (!isTime || rest.length > 0 || from === to) return null;
  if (start === null || end === null) return "sun";
  return { start, end: end <= start ? end + DAY : end };
}

/** Whether a window of such hours ends on the day after it began. */
export function isOvernight(window: string): boolean {
  const span = spanOf(window);
  return span !== null && span !== "sun" && span.end > DAY;
}

/** Everything that somebody would have to put right before these hours can be saved. */
export function checkHours(hours: OpeningHours): HoursProblem[] {
  if (hours.rules.length === 0) return [{ code: "empty", rule: 0 }];
  const inRules = hours.rules.flatMap((rule, index) => checkRule(rule, index));
  return inRules.length > 0 ? inRules : checkNights(hours.rules);
}

function checkRule(rule: OpeningRule, index: number): HoursProblem[] {
  const problems: HoursProblem[] = [];
  if (rule.dates && !isDateRange(rule.dates)) problems.push({ code: "dates", rule: index });
  if (rule.season && !rule.season.split("/").every(isMonthDay))
    problems.push({ code: "season", rule: index });
  if (rule.windows.length > mostWindows) problems.push({ code: "tooMany", rule: index });
  const spans = rule.windows.map(spanOf);
  spans.forEach((span, window) => {
    if (span === null) problems.push({ code: "window", rule: index, window });
    else if (spans.slice(0, window).some((other) => overlap(span, other)))
      problems.push({ code: "overlap", rule: index, window });
  });
  return problems;
}

function overlap(one: Minutes | "sun" | null, other: Minutes | "sun" | null | undefined): boolean {
  if (!one || !other || one === "sun" || other === "sun") return false;
  return one.start < other.end && other.start < one.end;
}

/** A night that runs into what the next day of the plain week begins with. */
function checkNights(rules: readonly OpeningRule[]): HoursProblem[] {
  const week = openingDays.slice(0, 7).map((day) => ofWeekday(rules, day));
  return week.flatMap((windows, index) => {
    const before = week[(index + 6) % 7] ?? [];
    const tail = Math.max(0, ...before.map(({ span }) => span.end - DAY));
    return windows
      .filter(({ span }) => span.start < tail)
      .map(({ rule, window }) => ({
        code: "overlap" as const,
        rule,
        window,
        day: openingDays[index] as OpeningDay,
      }));
  });
}

/** The windows of a weekday that is no special one, by where they are written. */
function ofWeekday(rules: readonly OpeningRule[], day: OpeningDay) {
  const found = rules.flatMap((rule, index) =>
    rule.dates || rule.season || (rule.days && !rule.days.includes(day)) ? [] : [{ rule, index }],
  );
  const last = found.findLastIndex(({ rule }) => !rule.adds);
  return found.slice(Math.max(last, 0)).flatMap(({ rule, index }) =>
    rule.windows.flatMap((text, window) => {
      const span = spanOf(text);
      return span && span !== "sun" ? [{ span, rule: index, window }] : [];
    }),
  );
}

function isMonthDay(text: string): boolean {
  const day = Number(text.slice(3));
  return day >= 1 && day <= (lastDays[Number(text.slice(0, 2)) - 1] ?? 0);
}

function isDateRange(dates: string): boolean {
  const [from = "", to = ""] = dates.split("/");
  return [from, to].every(isDate) && from <= to;
}

function isDate(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    isMonthDay(text.slice(5)) &&
    (isLeap || !text.endsWith("-02-29"))
  );
}

/** The windows of a weekday by rules in which nothing else matters, as they are written, in order. */
export function effective(
  rules: readonly OpeningRule[],
  day: OpeningDay,
  isHoliday: boolean,
): string[] {
  const speaking = rules.filter(
    ({ days }) => !days || days.includes(day) || (isHoliday && days.includes("holiday")),
  );
  const last = speaking.findLastIndex((rule) => !rule.adds);
  return speaking
    .slice(Math.max(last, 0))
    .flatMap((rule) => rule.windows)
    .sort();
}

/** The windows of each day, Monday first, where nothing but the weekday matters; null where more does. */
export function plainWeek({ rules }: OpeningHours): string[][] | null {
  const isMore = rules.some(
    ({ season, dates, days }) => season || dates || days?.includes("holiday"),
  );
  return isMore ? null : openingDays.slice(0, 7).map((day) => effective(rules, day, false));
}

/** A time as somebody types it ("9", "930", "9.30", "14:30") as "09:00"; what is none stays. */
export function inOneWay(typed: string): string {
  const match = /^(\d{1,2})(?:[:.h]?(\d\d))?$/.exec(typed.trim());
  if (!match) return typed.trim();
  const [, hour = "", minute = "00"] = match;
  return `${hour.padStart(2, "0")}:${minute}`;
}
