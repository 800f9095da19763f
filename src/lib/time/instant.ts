import { Temporal } from "temporal-polyfill";

/** A point in time, the same everywhere. */
export type Instant = Temporal.Instant;

const ISO_INSTANT = /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Instant of an ISO text with Z or an offset; null for anything else, wall times included. */
export function parseInstant(text: string): Instant | null {
  if (!ISO_INSTANT.test(text)) return null;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}

/** Instant of whole epoch milliseconds. */
export function instantOf(epochMs: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMs);
}

/**
 * The ISO text of whole epoch milliseconds, as an Instant of them writes it. A month has a thousand
 * free times, and Temporal takes milliseconds to write so many.
 */
export function textOfMs(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.?0*Z$/, "Z");
}

/** Coming from Prisma, which knows only Date. */
export function fromDate(date: Date): Instant {
  return instantOf(date.getTime());
}

/** Going to Prisma, which knows only Date; anything finer than a millisecond is cut off. */
export function toDate(instant: Instant): Date {
  return new Date(instant.epochMilliseconds);
}
