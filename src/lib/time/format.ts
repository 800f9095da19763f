import { MS_PER_MINUTE } from "./civil";
import type { Instant } from "./instant";
import type { PlainDate } from "./plain-date";
import { zoneClock } from "./zone-clock";

/**
 * Times for screens. Nothing here loads Temporal, so client components may use it: they pass epoch
 * milliseconds where the server passes an Instant.
 */
export type Moment = Pick<Instant, "epochMilliseconds"> | number;

const styles = {
  time: { hour: "numeric", minute: "2-digit" },
  timeWithZone: { hour: "numeric", minute: "2-digit", timeZoneName: "short" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  short: { weekday: "short", day: "numeric", month: "short" },
  date: { day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
  zone: { timeZoneName: "longGeneric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const MOST_FORMATTERS = 500;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** "10:30 AM"; in an hour that the clocks repeat also which one: "1:30 AM CDT". */
export function formatTime(moment: Moment, zone: string, locale = "en"): string {
  const ms = msOf(moment);
  const style = zoneClock(zone).isRepeated(ms) ? "timeWithZone" : "time";
  return plainSpaces(formatter(style, zone, locale).format(ms));
}

/** "10:30 AM" of minutes after midnight on any wall; 1440 reads as midnight. */
export function formatWallTime(minutes: number, locale = "en"): string {
  return plainSpaces(formatter("time", "UTC", locale).format(minutes * MS_PER_MINUTE));
}

/** "Monday, November 2, 2026" or, short, "Mon, Nov 2": the day of a moment in a zone. */
export function formatDay(
  moment: Moment,
  zone: string,
  locale = "en",
  style: "long" | "short" = "long",
): string {
  return plainSpaces(formatter(style, zone, locale).format(msOf(moment)));
}

/** "October 2026": where the day is nobody's business. */
export function formatMonth(moment: Moment, zone: string, locale = "en"): string {
  return plainSpaces(formatter("month", zone, locale).format(msOf(moment)));
}

/** As `formatDay`, for a date, which needs no zone; "Nov 2" where its weekday says nothing. */
export function formatDate(
  date: Pick<PlainDate, "toString">,
  locale = "en",
  style: "long" | "short" | "date" = "long",
): string {
  const midnight = Date.parse(`${date.toString()}T00:00:00Z`);
  return plainSpaces(formatter(style, "UTC", locale).format(midnight));
}

/** "Mon, Nov 2, 10:30 AM", or with the long day "Monday, November 2, 2026, 10:30 AM". */
export function formatDayTime(
  moment: Moment,
  zone: string,
  locale = "en",
  style: "long" | "short" = "short",
): string {
  return `${formatDay(moment, zone, locale, style)}, ${formatTime(moment, zone, locale)}`;
}

/** "Central Time (Chicago)": a zone as a patient knows it. */
export function zoneName(zone: string, moment: Moment, locale = "en"): string {
  if (zone === "UTC") return zone;
  const parts = formatter("zone", zone, locale).formatToParts(msOf(moment));
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
  const city = zone.includes("/") ? zone.split("/").at(-1)?.replaceAll("_", " ") : undefined;
  if (!city) return name;
  // Some names carry the city or country already: "Chile Time", "Chicago Time".
  return name.includes(city) ? name : `${name} (${city})`;
}

/** "2 hours", "90 minutes": a length of time in the largest unit that divides it. */
export function formatDuration(minutes: number, locale = "en"): string {
  const isWhole = minutes > 0 && minutes % 60 === 0;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isWhole ? "hour" : "minute",
    unitDisplay: "long",
  }).format(isWhole ? minutes / 60 : minutes);
}

/** Whether clocks in two zones show the same at a moment; if so, one time on screen is enough. */
export function hasSameWallClock(zoneA: string, zoneB: string, moment: Moment): boolean {
  const ms = msOf(moment);
  return zoneClock(zoneA).offsetAt(ms) === zoneClock(zoneB).offsetAt(ms);
}

/** How many calendar days `zone` is ahead of `fromZone` at a moment: -1, 0 or 1. */
export function dayDifference(zone: string, fromZone: string, moment: Moment): number {
  const ms = msOf(moment);
  return zoneClock(zone).epochDayAt(ms) - zoneClock(fromZone).epochDayAt(ms);
}

function formatter(style: keyof typeof styles, zone: string, locale: string): Intl.DateTimeFormat {
  const key = `${style}|${zone}|${locale}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: zone });
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  formatters.set(key, made);
  return made;
}

function msOf(moment: Moment): number {
  return typeof moment === "number" ? moment : moment.epochMilliseconds;
}

/** Engines disagree on narrow spaces before "AM"; one kind keeps server and browser the same. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, " ");
}
