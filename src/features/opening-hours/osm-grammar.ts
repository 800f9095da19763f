import { lastDays } from "./form-schema";
import { type OpeningDay, type OpeningRule, openingDays } from "./schema";

/** Why a value cannot be held, as an import names it in its report. */
export const osmProblems = [
  "unreadable",
  "fallback",
  "school_holidays",
  "movable_feast",
  "week_numbers",
  "nth_weekday",
  "uncertain",
  "partly_closed",
  "sun_offset",
  "no_end",
  "no_times",
  "too_long",
  "other_meaning",
  "too_much",
] as const;
export type OsmProblem = (typeof osmProblems)[number];

/** The days as they stand there, in the order of `openingDays`. */
export const codes = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"];
export const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const month = `(?:${months.join("|")})`;

/** What no rule of ours can say, by what gives it away. */
const foreign: [RegExp, OsmProblem][] = [
  [/\|\|/, "fallback"],
  [/\bSH\b/, "school_holidays"],
  [/\beaster\b/i, "movable_feast"],
  [/\bweek\b/i, "week_numbers"],
  [/\[/, "nth_weekday"],
  [/\bunknown\b/, "uncertain"],
  [/\b(dawn|dusk)\b|\(sun/, "sun_offset"],
];

/** The first thing in a value that our rules have no words for; comments say nothing. */
export function foreignTo(value: string): OsmProblem | null {
  const bare = value.replace(/"[^"]*"/g, '""');
  return foreign.find(([sign]) => sign.test(bare))?.[1] ?? null;
}

/** Rules of a value that the reference library has tidied. */
export function parseOsm(tidy: string): OpeningRule[] | OsmProblem {
  const rules: OpeningRule[] = [];
  for (const { text, adds } of piecesOf(tidy)) {
    const read = readPiece(text, adds);
    if (typeof read === "string") return read;
    rules.push(...read);
  }
  return rules.length > 0 ? rules : "unreadable";
}

/** "; " begins a rule that replaces, ", " one that adds; neither counts within a comment. */
function piecesOf(tidy: string): { text: string; adds: boolean }[] {
  const pieces = [{ text: "", adds: false }];
  for (const part of tidy.split(/("[^"]*"|; |, )/)) {
    if (part === "; " || part === ", ") pieces.push({ text: "", adds: part === ", " });
    else (pieces.at(-1) as { text: string }).text += part;
  }
  return pieces.filter(({ text }) => text.trim() !== "");
}

function readPiece(text: string, adds: boolean): OpeningRule[] | OsmProblem {
  const match =
    /^((?:(?:\d{4}|[A-Z][a-z]{2})(?![a-z:])[^"]*?)??):?\s*((?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)[-,]?)*)\s*((?:24\/7|(?:\d\d:\d\d|sun)[\d:+,\-a-z]*)?)\s*(open|off|closed)?\s*(?:"([^"]*)")?$/.exec(
      text.trim(),
    );
  if (!match) return "unreadable";
  const [, span = "", dayList = "", times = "", state, note] = match;
  const isOff = state === "off" || state === "closed";
  if (times === "" && !isOff) return note === undefined ? "no_times" : "uncertain";
  if (isOff && times !== "") return "partly_closed";
  if (note !== undefined && state === undefined) return "uncertain";
  const days = readDays(dayList);
  const windows = isOff ? [] : readTimes(times);
  const spans = readSpans(span.trim());
  if (!days || !spans) return "unreadable";
  if (typeof windows === "string") return windows;
  return spans.map((part) => ({
    ...(days.length > 0 && { days }),
    ...part,
    windows,
    ...(adds && !isOff && { adds: true as const }),
    ...(note && { note: note.slice(0, 200) }),
  }));
}

/** "Mo-We,PH"; "Sa-Mo" runs over the week's end. Empty for no list, null for what is none. */
function readDays(list: string): OpeningDay[] | null {
  if (list === "") return [];
  const days = new Set<OpeningDay>();
  for (const part of list.split(",")) {
    const [from = -1, to = from, ...rest] = part.split("-").map((code) => codes.indexOf(code));
    if (from < 0 || to < 0 || rest.length > 0 || (from !== to && Math.max(from, to) > 6))
      return null;
    for (let day = from; ; day = (day + 1) % 7) {
      days.add(openingDays[day] as OpeningDay);
      if (day === to) break;
    }
  }
  return openingDays.filter((day) => days.has(day));
}

function readTimes(times: string): string[] | OsmProblem {
  if (times === "24/7") return ["00:00-24:00"];
  const windows: string[] = [];
  for (const part of times.split(",")) {
    if (/^(\d\d:\d\d|sunrise|sunset)\+$/.test(part)) return "no_end";
    const match = /^(\d\d:\d\d|sunrise|sunset)-(\d\d:\d\d|sunrise|sunset)(\+?)$/.exec(part);
    if (!match) return "unreadable";
    const [, from = "", to = "", more = ""] = match;
    const end = /^\d/.test(to) && Number(to.slice(0, 2)) >= 24 ? over(to) : to;
    if (end !== to && /^\d/.test(from) && end > from) return "too_long";
    windows.push(...windowsBetween(from, end, to, more));
  }
  return windows;
}

/** A window of a whole day, which ends when it began, is told as two. */
function windowsBetween(from: string, end: string, to: string, more: string): string[] {
  if (end === "00:00") return [`${from}-24:00${more}`];
  if (from !== end) return [`${from}-${end}${more}`];
  if (from < "12:00") return [`${from}-12:00`, `12:00-${to === end ? from : end}${more}`];
  return [`${from}-24:00`, `00:00-${end}${more}`];
}

function over(time: string): string {
  return `${String(Number(time.slice(0, 2)) - 24).padStart(2, "0")}${time.slice(2)}`;
}

type Span = Pick<OpeningRule, "season" | "dates">;

/** "May-Sep", "Jun 15-Aug 31", "2026 Dec 24,26", "2026 Dec 24-2027 Jan 03", "2026"; null for others. */
function readSpans(text: string): Span[] | null {
  if (text === "") return [{}];
  const spans: Span[] = [];
  let carried = "";
  for (const part of text.split(",")) {
    const [from = "", to = "", ...rest] = part.split("-");
    const first = readDay(/^\d{1,2}$/.test(from) ? `${carried}${from}` : from);
    if (!first || rest.length > 0) return null;
    carried = `${first.year ? `${first.year} ` : ""}${months[first.month - 1] ?? ""} `;
    const words = to === "" ? from : to;
    const last = readDay(
      /^\d{1,2}$/.test(words) ? `${carried}${words}` : words,
      to === "" ? first : undefined,
    );
    if (!last) return null;
    const year = last.year ?? first.year;
    if (!first.year && last.year) return null;
    const begin = `${pad(first.month || 1)}-${pad(first.day ?? 1)}`;
    const lastMonth = last.month || 12;
    const end = `${pad(lastMonth)}-${pad(last.day ?? lastDayOf(lastMonth, year))}`;
    spans.push(
      first.year
        ? { dates: `${first.year}-${begin}/${year}-${end}` }
        : { season: `${begin}/${end}` },
    );
  }
  return spans;
}

type Day = { year: number | null; month: number; day: number | null };

function readDay(text: string, fallback?: Day): Day | null {
  const match = new RegExp(`^(?:(\\d{4})(?: |$))?(?:(${month})(?: (\\d{1,2}))?)?$`).exec(
    text.trim(),
  );
  if (!match || text.trim() === "") return fallback ?? null;
  return {
    year: match[1] ? Number(match[1]) : null,
    month: match[2] ? months.indexOf(match[2]) + 1 : 0,
    day: match[3] ? Number(match[3]) : null,
  };
}

function lastDayOf(monthNumber: number, year: number | null): number {
  const isShort = year !== null && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0));
  return monthNumber === 2 && isShort ? 28 : (lastDays[monthNumber - 1] ?? 31);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
