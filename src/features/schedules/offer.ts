import { type Instant, textOfMs } from "@/lib/time/instant";
import type { IntervalSet, TimeRange } from "@/lib/time/interval";
import { type PlainDate, toEpochDay } from "@/lib/time/plain-date";
import { clinicDateOf, dayRange } from "@/lib/time/zone";
import { explainNoSlots, type NoSlotsReason } from "./explain";
import { firstFreeSlots, freeStarts, startsByDay } from "./rules";
import type { ScheduleFacts, Slot } from "./schema";

/** What is offered of an association to someone looking; instants are ISO texts in UTC. */
export type Offer = {
  times: string[];
  /** Where there is no time: why, and the next one that can be had, if any. */
  none: NoTimes | null;
};

export type NoTimes = { reason: NoSlotsReason | "CLINIC_CLOSED"; nextFree: string | null };

export type FreeDay = { date: string; times: string[] };

/** Some days of one association, as a page shows them. */
export type FreeDays = {
  associationId: string;
  clinicSlug: string;
  timezone: string;
  /** The clinic's own date now: "2026-11-02". */
  today: string;
  /** The last date that can be booked now. */
  lastDay: string;
  days: FreeDay[];
  /** Null where there is a free time in these days. */
  none: NoTimes | null;
};

type Offered = { facts: ScheduleFacts; clinic: { isOpen: boolean } };

/** The next free times, up to `limit`, as far ahead as may be booked. */
export function nextTimes(
  { facts, clinic }: Offered,
  busy: IntervalSet,
  now: Instant,
  limit: number,
): Offer {
  if (!clinic.isOpen) return { times: [], none: { reason: "CLINIC_CLOSED", nextFree: null } };
  const slots = firstFreeSlots(facts, busy, now, limit);
  if (slots.length > 0) return { times: slots.map(startOf), none: null };
  const range = { from: now, to: busyUntil([facts], now) };
  return { times: [], none: noTimes(facts, busy, range, now) };
}

/** The free times of `days` days from `from` on, or from the clinic's today. */
export function offerDays(
  association: Offered & { id: string; clinic: { slug: string } },
  busy: IntervalSet,
  { from, days }: { from?: PlainDate; days: number },
  now: Instant,
): FreeDays {
  const { id, facts, clinic } = association;
  const today = clinicDateOf(now, facts.timezone);
  return {
    associationId: id,
    clinicSlug: clinic.slug,
    timezone: facts.timezone,
    today: today.toString(),
    lastDay: today.add({ days: facts.horizonDays }).toString(),
    ...freeDays(association, busy, from ?? today, days, now),
  };
}

/** The free times of `days` days of the clinic's calendar from `first` on, day by day. */
function freeDays(
  { facts, clinic }: Offered,
  busy: IntervalSet,
  first: PlainDate,
  days: number,
  now: Instant,
): { days: FreeDay[]; none: NoTimes | null } {
  const range = dayRange(first, facts.timezone, days);
  const starts = clinic.isOpen ? freeStarts(facts, busy, range, now) : [];
  const byDay = startsByDay(starts, facts.timezone);
  const firstDay = toEpochDay(first);
  const offered = Array.from({ length: days }, (_, index) => ({
    date: first.add({ days: index }).toString(),
    times: (byDay.get(firstDay + index) ?? []).map(textOfMs),
  }));
  const none = clinic.isOpen
    ? noTimes(facts, busy, range, now)
    : { reason: "CLINIC_CLOSED" as const, nextFree: null };
  return { days: offered, none };
}

/** Until when appointments can matter to any of these: the last horizon, and its window's tail. */
export function busyUntil(facts: readonly ScheduleFacts[], now: Instant): Instant {
  const days = facts.reduce((most, { horizonDays }) => Math.max(most, horizonDays), 0);
  return now.add({ hours: (days + 3) * 24 });
}

function noTimes(
  facts: ScheduleFacts,
  busy: IntervalSet,
  range: TimeRange,
  now: Instant,
): NoTimes | null {
  const answer = explainNoSlots(facts, busy, range, now);
  return answer && { reason: answer.reason, nextFree: answer.nextFree && startOf(answer.nextFree) };
}

function startOf(slot: Slot): string {
  return slot.startsAt.toString();
}
