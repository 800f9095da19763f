import { Temporal } from "temporal-polyfill";
import { epochDayOf } from "./civil";

/** A day in a calendar, without zone. */
export type PlainDate = Temporal.PlainDate;

const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** Date of "YYYY-MM-DD"; null for anything else, and for days that do not exist. */
export function parsePlainDate(text: string): PlainDate | null {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** Days since 1970-01-01. */
export function toEpochDay(date: PlainDate): number {
  return epochDayOf(date.year, date.month, date.day);
}

/** Date of a count of days since 1970-01-01. */
export function fromEpochDay(epochDay: number): PlainDate {
  return EPOCH.add({ days: epochDay });
}

/** Coming from Prisma, which gives a DATE column as midnight UTC. */
export function fromDateColumn(date: Date): PlainDate {
  return Temporal.PlainDate.from(date.toISOString().slice(0, 10));
}

/** Going to Prisma, which wants midnight UTC for a DATE column. */
export function toDateColumn(date: PlainDate): Date {
  return new Date(`${date.toString()}T00:00:00Z`);
}
