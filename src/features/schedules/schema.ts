import { z } from "zod";
import { associationIdSchema, slugSchema } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import type { IntervalSet } from "@/lib/time/interval";
import { type PlainDate, parsePlainDate } from "@/lib/time/plain-date";
import {
  checkTemplate,
  MOST_WINDOWS_A_DAY,
  readTemplate,
  type TemplateProblem,
  type WeeklyTemplate,
  type Window,
  writeTemplate,
} from "./template";

/** What the slot engine must know of an association; `status` as in `doctor_clinics`. */
export type ScheduleFacts = {
  template: WeeklyTemplate;
  /** IANA zone of the clinic; the engine throws RangeError for a name that is none. */
  timezone: string;
  durationMinutes: number;
  noticeMinutes: number;
  horizonDays: number;
  status: "active" | "on_leave" | "ended";
  isBookingEnabled: boolean;
  /** First and last clinic date of the association, both included; null is open. */
  startDate: PlainDate | null;
  endDate: PlainDate | null;
  /** Last day of the licence: no visit starts on a later clinic date, whatever its window. */
  licensedUntil: PlainDate | null;
  /** Kept free of the doctor's other visits around each visit booked here. */
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Most visits that start on one clinic date; null is as many as fit. */
  maxPerDay: number | null;
  /** Clinic dates, in days since 1970, on which that many are booked already. */
  fullDays: ReadonlySet<number>;
  exceptions: readonly ExceptionFacts[];
  /** What the doctor keeps for something else, at all clinics. No visit may touch it. */
  blocked: IntervalSet;
};

export const exceptionKinds = ["time_off", "other_hours", "extra_hours"] as const;

/**
 * Clinic dates, in days since 1970 and both included, on which the template does not hold as it
 * stands: for windows that start on them there are none (time_off, whatever else is said), these
 * in place of the weekday's (other_hours), or these besides (extra_hours).
 */
export type ExceptionFacts = {
  kind: (typeof exceptionKinds)[number];
  firstDay: number;
  lastDay: number;
  /** Like one day of the template; empty for time off. */
  windows: readonly Window[];
  /** Said of all the doctor's clinics: other hours of the association's own go before it. */
  isForAll: boolean;
};

/** A start and an end that may be booked; the end is exactly the duration later. */
export type Slot = { startsAt: Instant; endsAt: Instant };

/**
 * The weekly template as a person saves it. Each issue stands at its window (path: day, index),
 * says in English which one it is, and carries the problem in `params` for other languages. Gives
 * the hours with days in order and empty days left out, so that `available_days` equals its keys.
 */
export const weeklyHoursSchema = z
  .record(z.string().max(20), z.array(z.string().max(20)))
  .superRefine((hours, context) => {
    for (const problem of checkTemplate(hours)) {
      context.addIssue({
        code: "custom",
        path: pathOf(problem),
        message: sentenceOf(problem),
        params: problem,
      });
    }
  })
  .transform((hours) => writeTemplate(readTemplate(hours)));

function pathOf(problem: TemplateProblem): (string | number)[] {
  if (!("day" in problem)) return [];
  return "index" in problem ? [problem.day, problem.index] : [problem.day];
}

function sentenceOf(problem: TemplateProblem): string {
  switch (problem.code) {
    case "NOT_A_TEMPLATE":
      return "Hours are given for each day of the week.";
    case "DAY_UNKNOWN":
      return `${problem.day} is not a day of the week.`;
    case "DAY_NOT_A_LIST":
      return `${nameOf(problem.day)}: hours are a list, like 09:00-12:00.`;
    case "DAY_TOO_FULL":
      return `${nameOf(problem.day)} has more than ${MOST_WINDOWS_A_DAY} stretches of hours.`;
    case "WINDOW_MALFORMED":
      return `${nameOf(problem.day)}, ${problem.window}: write hours like 09:00-12:00.`;
    case "WINDOW_EMPTY":
      return `${nameOf(problem.day)}, ${problem.window}: starts and ends at the same time.`;
    case "WINDOWS_OVERLAP":
      return `${nameOf(problem.day)}, ${problem.window}: overlaps ${nameOf(problem.otherDay)}, ${problem.otherWindow}.`;
  }
}

function nameOf(day: string): string {
  return day.charAt(0).toUpperCase() + day.slice(1);
}

/** A date as text, "2026-11-02"; a day that does not exist is none. */
export const plainDateSchema = z.string().transform((text, context) => {
  const date = parsePlainDate(text);
  if (date) return date;
  context.addIssue({ code: "custom", message: "Write a date like 2026-11-02." });
  return z.NEVER;
});

/** Days of whose free times one may ask: at most six weeks at once, from the clinic's today if not said. */
export const slotsInput = z
  .object({
    associationId: associationIdSchema.optional(),
    doctorSlug: slugSchema.optional(),
    from: plainDateSchema.optional(),
    days: z.int().min(1).max(42).default(7),
  })
  .refine((input) => Boolean(input.associationId) !== Boolean(input.doctorSlug), {
    message: "Name either an association or a doctor.",
    path: ["associationId"],
  });
