import { z } from "zod";
import { instantSchema } from "@/features/appointments/schema";
import { plainDateSchema, weeklyHoursSchema } from "@/features/schedules/schema";
import { appointmentIdSchema, associationIdSchema } from "@/lib/ids";
import { typedText } from "@/lib/text";
import { toEpochDay } from "@/lib/time/plain-date";
import { exceptionKinds, problemOfDates, problemOfWindows } from "./change-form";

/*
 * Every change of when a doctor sees patients, in one shape: it is shown with its consequences
 * first, and saved with a decision about each appointment that it would leave outside hours.
 */

const minutes = (longest: number) => z.int().min(0).max(longest);
const monthOfMinutes = 43_200;
const note = typedText(200);
const exceptionKind = z.enum(exceptionKinds);

/** Hours and booking rules of one association. */
const hoursChange = z.object({
  kind: z.literal("hours"),
  associationId: associationIdSchema,
  /** The revision that the person saw, so that nobody overwrites what they have not seen. */
  expectedRevision: z.int().min(0),
  hours: weeklyHoursSchema,
  durationMinutes: z.int().min(5).max(480),
  bufferBeforeMinutes: minutes(240),
  bufferAfterMinutes: minutes(240),
  noticeMinutes: minutes(monthOfMinutes),
  horizonDays: z.int().min(1).max(365),
  cancellationNoticeMinutes: minutes(monthOfMinutes),
  maxPerDay: z.int().min(1).max(200).nullable(),
});

/** Time off, or other or extra hours on some days, at one clinic or at all of them. */
const exceptionChange = z
  .object({
    kind: z.literal("exception"),
    /** An existing one to replace, which gets a new id with that; a new one without. */
    exceptionId: z.guid().optional(),
    associationId: associationIdSchema.nullable(),
    exception: exceptionKind,
    firstDate: plainDateSchema,
    lastDate: plainDateSchema,
    /** Like one day of the weekly hours: ["09:00-12:00"]; empty for time off. */
    windows: z.array(z.string().max(20)).max(24),
    note,
  })
  .superRefine(({ exception, firstDate, lastDate, windows }, context) => {
    const dates = problemOfDates(toEpochDay(firstDate), toEpochDay(lastDate));
    if (dates) context.addIssue({ code: "custom", path: ["lastDate"], message: dates });
    const hours = problemOfWindows(exception, windows);
    if (!hours) return;
    const path = ["windows", hours.index];
    context.addIssue({ code: "custom", path, message: hours.message });
  });

/** Several single days off at once, such as the holidays of a year. */
const daysOffChange = z.object({
  kind: z.literal("days_off"),
  associationId: associationIdSchema.nullable(),
  days: z
    .array(z.object({ date: plainDateSchema, note }))
    .min(1)
    .max(60),
});

const exceptionRemoval = z.object({
  kind: z.literal("remove_exception"),
  exceptionId: z.guid(),
});

/** On leave, back, or ended for good on a last day. */
const statusChange = z.object({
  kind: z.literal("status"),
  associationId: associationIdSchema,
  expectedRevision: z.int().min(0),
  status: z.enum(["active", "on_leave", "ended"]),
  /** The last clinic date of an association that ends. */
  endDate: plainDateSchema.nullable(),
});

/** A stretch of time kept for something else, at all clinics. */
const blockChange = z
  .object({ kind: z.literal("block"), startsAt: instantSchema, endsAt: instantSchema, note })
  .superRefine(({ startsAt, endsAt }, context) => {
    const hours = (endsAt.epochMilliseconds - startsAt.epochMilliseconds) / 3_600_000;
    if (hours > 0 && hours <= 24) return;
    const message = "The end comes after the start, at most a day later.";
    context.addIssue({ code: "custom", path: ["endsAt"], message });
  });

export const scheduleChange = z.discriminatedUnion("kind", [
  hoursChange,
  exceptionChange,
  daysOffChange,
  exceptionRemoval,
  statusChange,
  blockChange,
]);

export type ScheduleChange = z.infer<typeof scheduleChange>;
/** The change as a form sends it. */
export type ScheduleChangeInput = z.input<typeof scheduleChange>;

/** What becomes of one appointment that a change would leave outside hours. */
const decision = z
  .object({
    appointmentId: appointmentIdSchema,
    choice: z.enum(["keep", "cancel", "propose"]),
    /** The time to propose. */
    startsAt: instantSchema.optional(),
    /** What the patient is told. */
    reason: typedText(500).default(""),
  })
  .superRefine(({ choice, startsAt, reason }, context) => {
    if (choice === "cancel" && !reason)
      context.addIssue({ code: "custom", path: ["reason"], message: "Say why." });
    if (choice === "propose" && !startsAt)
      context.addIssue({ code: "custom", path: ["startsAt"], message: "Choose a time." });
  });

export type Decision = z.infer<typeof decision>;
export type DecisionInput = z.input<typeof decision>;

export const previewInput = z.object({ change: scheduleChange });
export const saveInput = z.object({
  change: scheduleChange,
  /** As many as can stand in the year ahead. */
  decisions: z.array(decision).max(5000),
});
