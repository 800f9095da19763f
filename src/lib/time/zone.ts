import { Temporal } from "temporal-polyfill";
import { MS_PER_DAY, MS_PER_MINUTE } from "./civil";
import { type Instant, instantOf } from "./instant";
import type { TimeRange } from "./interval";
import { fromEpochDay, type PlainDate, toEpochDay } from "./plain-date";
import { zoneClock } from "./zone-clock";

/** A time of day on a wall, without date or zone. */
export type PlainTime = Temporal.PlainTime;

/** Region/City as in the IANA list, or UTC. Offsets and abbreviations name no clock changes. */
const ZONE_NAME = /^(UTC|[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9_+-]*){1,2})$/;

/** Whether a text names an IANA zone that this runtime knows ("America/Chicago", "UTC"). */
export function isZone(text: string): boolean {
  if (!ZONE_NAME.test(text)) return false;
  try {
    zoneClock(text);
    return true;
  } catch {
    return false;
  }
}

/** Runtimes list some zones by the names of long ago. */
const namedAnew: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
};

/** The zones for someone to choose from, by name. */
export function zoneNames(): string[] {
  const names = Intl.supportedValuesOf("timeZone").map((name) => namedAnew[name] ?? name);
  return [...new Set([...names, "UTC"])].filter(isZone).sort();
}

/**
 * The first instant at which the zone's wall clock reads that date and time or later: in a gap the
 * change itself, in an overlap the earlier one. A number is minutes from the date's midnight and
 * may run on into later days (1440 is 24:00).
 */
export function resolveWall(date: PlainDate, time: PlainTime | number, zone: string): Instant {
  const msOfDay = typeof time === "number" ? time * MS_PER_MINUTE : msOf(time);
  return instantOf(zoneClock(zone).firstReading(toEpochDay(date) * MS_PER_DAY + msOfDay));
}

/** The date on the zone's calendar at an instant. */
export function clinicDateOf(instant: Instant, zone: string): PlainDate {
  return fromEpochDay(zoneClock(zone).epochDayAt(instant.epochMilliseconds));
}

/** The time on the zone's wall clock at an instant. */
export function clinicTimeOf(instant: Instant, zone: string): PlainTime {
  const ms = instant.epochMilliseconds;
  const wallMs = ms + zoneClock(zone).offsetAt(ms);
  const msOfDay = ((wallMs % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  return new Temporal.PlainTime().add({ milliseconds: msOfDay });
}

/** `days` whole days of the zone's calendar from `first` on: 23 or 25 hours where clocks change. */
export function dayRange(first: PlainDate, zone: string, days = 1): TimeRange {
  return { from: resolveWall(first, 0, zone), to: resolveWall(first.add({ days }), 0, zone) };
}

function msOf(time: PlainTime): number {
  return (time.hour * 3600 + time.minute * 60 + time.second) * 1000 + time.millisecond;
}
