import { MS_PER_DAY, weekdayIndexOf } from "./civil";
import { zoneClock } from "./zone-clock";

/*
 * Wall readings for browsers, without Temporal: milliseconds taken as if the wall were UTC's, dates
 * as "2026-11-02".
 */

const WALL = /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** What a zone's wall reads at a moment (epoch milliseconds), in wall milliseconds. */
export function wallMsOf(ms: number, zone: string): number {
  return ms + zoneClock(zone).offsetAt(ms);
}

/** The first moment at which a zone's wall reads that or later, in epoch milliseconds. */
export function msAtWall(wallMs: number, zone: string): number {
  return zoneClock(zone).firstReading(wallMs);
}

/** The ISO text in UTC of a moment, as procedures take it. */
export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** "2026-11-02T09:30:00" of wall milliseconds. */
export function wallText(wallMs: number): string {
  return isoOf(wallMs).slice(0, 19);
}

/** Wall milliseconds of "2026-11-02T09:30", as a browser's own fields write it; null for less. */
export function parseWall(text: string): number | null {
  const ms = WALL.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}

/**
 * The instant (ISO, UTC) of a date "2026-11-02" and a time "09:30" on a zone's wall; in a gap and in
 * an overlap as `firstReading`.
 */
export function textOfWall(date: string, time: string, zone: string): string {
  return isoOf(msAtWall(Date.parse(`${date}T${time}:00Z`), zone));
}

/** Days from 1970-01-01 to a date. */
export function dayNumberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

/** The date on a zone's wall at a moment. */
export function wallDateOf(ms: number, zone: string): string {
  return wallText(wallMsOf(ms, zone)).slice(0, 10);
}

/** The date so many days later, or earlier. */
export function shiftDate(date: string, days: number): string {
  return wallText(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).slice(0, 10);
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  return shiftDate(date, -weekdayIndexOf(dayNumberOf(date)));
}
