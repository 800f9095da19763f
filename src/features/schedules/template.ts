/** Keys of `available_time_slots`, Monday first as in `available_days` (1 = Monday). */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export type Weekday = (typeof weekdays)[number];

/** The template as it is stored and sent: weekday -> list of "HH:MM-HH:MM". */
export type WeeklyHours = Partial<Record<Weekday, string[]>>;

/**
 * A stretch of clinic wall time in minutes from its day's midnight, half-open. `end` is beyond 1440
 * where it runs past midnight.
 */
export type Window = { readonly start: number; readonly end: number };

/** The template read: seven lists, Monday first, each ascending, nothing overlapping. */
export type WeeklyTemplate = readonly (readonly Window[])[];

/** What is wrong with a template, naming the day and the window as they were written. */
export type TemplateProblem =
  | { code: "NOT_A_TEMPLATE" }
  | { code: "DAY_UNKNOWN"; day: string }
  | { code: "DAY_NOT_A_LIST"; day: Weekday }
  | { code: "DAY_TOO_FULL"; day: Weekday }
  | { code: "WINDOW_MALFORMED"; day: Weekday; index: number; window: string }
  | { code: "WINDOW_EMPTY"; day: Weekday; index: number; window: string }
  | {
      code: "WINDOWS_OVERLAP";
      day: Weekday;
      index: number;
      window: string;
      otherDay: Weekday;
      otherWindow: string;
    };

type Placed = Window & { day: number; index: number; text: string };

export const MOST_WINDOWS_A_DAY = 24;
const DAY = 1440;
const WEEK = 7 * DAY;
const MOST_REMEMBERED = 2000;
const noHours: WeeklyTemplate = weekdays.map(() => []);
const remembered = new Map<string, WeeklyTemplate>();

/**
 * Reads a stored template. Null reads as no hours, and so does one with any problem: hours that
 * nobody could have meant must not be offered, nor may one bad row break a page of results.
 * Templates are remembered by their text, because a search reads a thousand that are mostly alike.
 */
export function readTemplate(raw: unknown): WeeklyTemplate {
  const text = JSON.stringify(raw) ?? "null";
  const known = remembered.get(text);
  if (known) return known;
  const template = readAfresh(raw);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, template);
  return template;
}

function readAfresh(raw: unknown): WeeklyTemplate {
  const { placed, problems } = placeWindows(raw);
  if (problems.length > 0) return noHours;
  const template: Window[][] = weekdays.map(() => []);
  for (const { day, start, end } of placed) template[day]?.push({ start, end });
  for (const windows of template) windows.sort((a, b) => a.start - b.start);
  return template;
}

/** Reads the hours of one day, as a list like those of the template; none if anything is wrong. */
export function readWindows(raw: unknown): readonly Window[] {
  return readTemplate({ monday: raw })[0] ?? [];
}

/** Everything wrong with a template that someone wants to save; empty when nothing is. */
export function checkTemplate(raw: unknown): TemplateProblem[] {
  return placeWindows(raw).problems;
}

/** The template as it is stored: days in order, without empty ones, times written one way. */
export function writeTemplate(template: WeeklyTemplate): WeeklyHours {
  const hours: WeeklyHours = {};
  weekdays.forEach((day, index) => {
    const windows = template[index] ?? [];
    if (windows.length > 0) hours[day] = windows.map(writeWindow);
  });
  return hours;
}

/** A window as it is written: "22:00-02:00". */
export function writeWindow({ start, end }: Window): string {
  return `${writeTime(start)}-${writeTime(end > DAY ? end - DAY : end)}`;
}

function writeTime(minutes: number): string {
  const hour = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${hour}:${String(minutes % 60).padStart(2, "0")}`;
}

function placeWindows(raw: unknown): { placed: Placed[]; problems: TemplateProblem[] } {
  const placed: Placed[] = [];
  const problems: TemplateProblem[] = [];
  if (raw === null || raw === undefined) return { placed, problems };
  if (typeof raw !== "object" || Array.isArray(raw)) {
    return { placed, problems: [{ code: "NOT_A_TEMPLATE" }] };
  }
  for (const [key, list] of Object.entries(raw)) {
    const day = weekdays.indexOf(key as Weekday);
    const name = weekdays[day];
    if (!name) problems.push({ code: "DAY_UNKNOWN", day: key });
    else if (!Array.isArray(list)) problems.push({ code: "DAY_NOT_A_LIST", day: name });
    else if (list.length > MOST_WINDOWS_A_DAY) problems.push({ code: "DAY_TOO_FULL", day: name });
    else placeDay(name, day, list, placed, problems);
  }
  return { placed, problems: [...problems, ...findOverlaps(placed)] };
}

function placeDay(
  name: Weekday,
  day: number,
  list: unknown[],
  placed: Placed[],
  problems: TemplateProblem[],
): void {
  list.forEach((item, index) => {
    const text = String(item);
    const window = typeof item === "string" ? readWindow(item) : null;
    if (!window) problems.push({ code: "WINDOW_MALFORMED", day: name, index, window: text });
    else if (window.start === window.end) {
      problems.push({ code: "WINDOW_EMPTY", day: name, index, window: text });
    } else placed.push({ ...window, day, index, text });
  });
}

/** Minutes of "HH:MM-HH:MM"; only an end may be 24:00, and one before the start is tomorrow's. */
function readWindow(text: string): Window | null {
  const match = /^(\d\d):([0-5]\d)-(\d\d):([0-5]\d)$/.exec(text);
  if (!match) return null;
  const start = Number(match[1]) * 60 + Number(match[2]);
  const end = Number(match[3]) * 60 + Number(match[4]);
  if (start >= DAY || end > DAY) return null;
  return { start, end: end < start ? end + DAY : end };
}

/** Overlaps around the whole week, so that Sunday night is held against Monday morning. */
function findOverlaps(placed: readonly Placed[]): TemplateProblem[] {
  const inWeek = placed
    .map((window) => ({
      window,
      from: window.day * DAY + window.start,
      to: window.day * DAY + window.end,
    }))
    .sort((a, b) => a.from - b.from);
  const problems: TemplateProblem[] = [];
  let widest: (typeof inWeek)[number] | undefined;
  for (const current of inWeek) {
    if (widest && current.from < widest.to) problems.push(overlap(current.window, widest.window));
    if (!widest || current.to > widest.to) widest = current;
  }
  for (const current of inWeek) {
    if (!widest || current.from + WEEK >= widest.to) break;
    problems.push(overlap(current.window, widest.window));
  }
  return problems;
}

function overlap(later: Placed, earlier: Placed): TemplateProblem {
  return {
    code: "WINDOWS_OVERLAP",
    day: weekdays[later.day] as Weekday,
    index: later.index,
    window: later.text,
    otherDay: weekdays[earlier.day] as Weekday,
    otherWindow: earlier.text,
  };
}
