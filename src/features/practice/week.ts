import {
  checkTemplate,
  type TemplateProblem,
  type Weekday,
  type WeeklyHours,
  weekdays,
} from "@/features/schedules/template";

/*
 * A week of hours while it is being drawn and typed: minutes of wall time, no zone, no dates. The
 * browser loads this; saving asks the same of the engine again.
 */

/** A stretch in minutes from Monday's midnight; its end may lie beyond Sunday's. */
export type WeekSpan = { start: number; end: number };

/** A weekly window of another clinic, in this clinic's week. */
export type Elsewhere = {
  clinicName: string;
  day: Weekday;
  /** As it is written there, on that clinic's own clock: "14:00-18:00". */
  window: string;
  spans: readonly WeekSpan[];
};

/** A window as it stands in the form: typed words, which may be no times yet. */
export type DraftWindow = { id: string; start: string; end: string };
/** Seven days, Monday first. */
export type DraftWeek = readonly (readonly DraftWindow[])[];

export const minutesADay = 1440;
const minutesAWeek = 7 * minutesADay;

/**
 * Minutes of a time as people type it: "9", "930", "09:30", "9.30", "24:00", "9:30 pm". Null for
 * anything else.
 */
export function readTime(typed: string): number | null {
  const match = /^\s*(\d{1,2})(?:\s*[:.h]?\s*(\d\d))?\s*([ap])?\.?m?\.?\s*$/i.exec(typed);
  if (!match) return null;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > (half ? 12 : 24) || (half && hour === 0)) return null;
  const minutes = (half ? (hour % 12) + (half === "p" ? 12 : 0) : hour) * 60 + minute;
  return minutes <= minutesADay ? minutes : null;
}

/** "09:00"; minutes beyond midnight are those of the next day, and 1440 is "24:00". */
export function writeTime(minutes: number): string {
  const ofDay = minutes > minutesADay ? minutes - minutesADay : minutes;
  const [hour, minute] = [Math.floor(ofDay / 60), ofDay % 60];
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Minutes from the day's midnight; an end before its start is tomorrow's. Null while it is none. */
export function spanOf(window: DraftWindow): WeekSpan | null {
  const start = readTime(window.start);
  const end = readTime(window.end);
  if (start === null || end === null || start === minutesADay || start === end) return null;
  return { start, end: end < start ? end + minutesADay : end };
}

/** A stretch of the week, cut at each midnight: days from 0 = Monday, minutes of the day. */
export function splitByDay(span: WeekSpan): { day: number; start: number; end: number }[] {
  const parts: { day: number; start: number; end: number }[] = [];
  for (let at = span.start; at < span.end; ) {
    const midnight = (Math.floor(at / minutesADay) + 1) * minutesADay;
    const end = Math.min(span.end, midnight);
    const start = at - (midnight - minutesADay);
    parts.push({ day: Math.floor(at / minutesADay) % 7, start, end: start + end - at });
    at = end;
  }
  return parts;
}

/** The draft as it would be saved; times nobody can read stay as they were typed, to be refused. */
export function writeWeek(week: DraftWeek): WeeklyHours {
  const hours: WeeklyHours = {};
  weekdays.forEach((day, index) => {
    const windows = week[index] ?? [];
    if (windows.length > 0) hours[day] = windows.map(writeWindow);
  });
  return hours;
}

function writeWindow({ start, end }: DraftWindow): string {
  const write = (typed: string) => {
    const minutes = readTime(typed);
    return minutes === null ? typed.slice(0, 8) || "?" : writeTime(minutes);
  };
  return `${write(start)}-${write(end)}`;
}

let made = 0;

/** A window of the form; its id lasts as long as the page. */
export function draftWindow(start: string, end: string): DraftWindow {
  made += 1;
  return { id: `new-${made}`, start, end };
}

/** Further hours on a day: an hour after the last ones, if there is room. */
export function nextWindow(windows: readonly DraftWindow[]): DraftWindow {
  if (windows.length === 0) return draftWindow("09:00", "17:00");
  const lastEnd = Math.max(...windows.map((window) => spanOf(window)?.end ?? minutesADay));
  const [start, end] = [lastEnd + 60, Math.min(lastEnd + 4 * 60, minutesADay)];
  return start < end ? draftWindow(writeTime(start), writeTime(end)) : draftWindow("", "");
}

/** The same windows once more, for another day. */
export function copied(windows: readonly DraftWindow[]): DraftWindow[] {
  return windows.map(({ start, end }) => draftWindow(start, end));
}

/** Saved hours as a draft, with the same ids wherever the page is drawn. */
export function draftWeek(hours: WeeklyHours): DraftWeek {
  return weekdays.map((day) =>
    (hours[day] ?? []).map((text, index) => {
      const [start = "", end = ""] = text.split("-");
      return { id: `${day}-${index}`, start, end };
    }),
  );
}

/** What is wrong with a draft, by day (0 = Monday) and position. */
export function problemsOf(
  week: DraftWeek,
): { day: number; index: number; problem: TemplateProblem }[] {
  return checkTemplate(writeWeek(week)).flatMap((problem) =>
    "index" in problem
      ? [{ day: weekdays.indexOf(problem.day), index: problem.index, problem }]
      : [],
  );
}

/** The first window elsewhere that shares time with one of this week, seen from that one. */
export function collisionOf(
  day: number,
  window: DraftWindow,
  elsewhere: readonly Elsewhere[],
): Elsewhere | null {
  const span = spanOf(window);
  if (!span) return null;
  const own = { start: day * minutesADay + span.start, end: day * minutesADay + span.end };
  return elsewhere.find(({ spans }) => spans.some((other) => meets(own, other))) ?? null;
}

/** The week is a circle: Sunday night runs into Monday. */
function meets(a: WeekSpan, b: WeekSpan): boolean {
  return [-minutesAWeek, 0, minutesAWeek].some(
    (turn) => a.start + turn < b.end && b.start < a.end + turn,
  );
}

type Grid = { durationMinutes: number; bufferBeforeMinutes: number; bufferAfterMinutes: number };

/** How a day is cut into times: as the engine does, but for nights on which clocks change. */
export function timesOf(windows: readonly DraftWindow[], grid: Grid): number[] {
  const step = grid.bufferBeforeMinutes + grid.durationMinutes + grid.bufferAfterMinutes;
  if (!(grid.durationMinutes > 0) || !(step > 0)) return [];
  const times: number[] = [];
  for (const span of windows.map(spanOf)) {
    if (!span) continue;
    for (let at = span.start; at + grid.durationMinutes <= span.end; at += step) times.push(at);
  }
  return times.sort((a, b) => a - b);
}
