import { Temporal } from "temporal-polyfill";
import { type Instant, toDate } from "@/lib/time/instant";
import { type PlainDate, toDateColumn } from "@/lib/time/plain-date";

/** The moment the world is made for. Two worlds of one day differ only in what is past by then. */
export type Clock = ReturnType<typeof clockAt>;

export function clockAt(now: Instant) {
  const today: PlainDate = now.toZonedDateTimeISO("UTC").toPlainDate();
  const midnight = today.toZonedDateTime("UTC").toInstant();
  return {
    now,
    today,
    midnight,
    /** For columns that hold an instant; `hours` before today's midnight in UTC. */
    daysAgo: (days: number, hours = 0): Date =>
      toDate(midnight.subtract({ hours: days * 24 + hours })),
    /** For columns that hold a date. */
    dateIn: (days: number): Date => toDateColumn(today.add({ days })),
    hoursFromMidnight: (hours: number): Instant => midnight.add(Temporal.Duration.from({ hours })),
  };
}
