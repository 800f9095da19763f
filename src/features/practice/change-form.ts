import { z } from "zod";
import { checkTemplate } from "@/features/schedules/template";
import { typedText } from "@/lib/text";

/*
 * What the form of time off asks, apart from schema.ts so that no form loads Temporal. The server
 * judges by the same words.
 */

export const exceptionKinds = ["time_off", "other_hours", "extra_hours"] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

const mostDays = 730;

/** What is wrong with a stretch of dates, given as days since 1970; null for nothing. */
export function problemOfDates(firstDay: number, lastDay: number): string | null {
  if (lastDay < firstDay) return "The last day comes before the first.";
  return lastDay - firstDay > mostDays ? "That is longer than two years." : null;
}

/** What is wrong with the hours of an exception, naming them as they were written; null for nothing. */
export function problemOfWindows(kind: ExceptionKind, windows: readonly string[]): string | null {
  if (kind === "time_off") return windows.length > 0 ? "Time off has no hours." : null;
  if (windows.length === 0) return "Give at least one stretch of hours.";
  const [problem] = checkTemplate({ monday: windows });
  if (!problem) return null;
  if (problem.code === "WINDOW_EMPTY")
    return `${problem.window}: starts and ends at the same time.`;
  if (problem.code === "WINDOWS_OVERLAP")
    return `${problem.window}: overlaps ${problem.otherWindow}.`;
  return "Write hours like 09:00-12:00.";
}

const date = z.iso.date();
const time = z.string().regex(/^\d\d:[0-5]\d$/, "Enter a time.");
const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

/** The form of an exception; one day where no last one is given. */
export const exceptionForm = z
  .object({
    exception: z.enum(exceptionKinds),
    /** An association's id, or "" for all clinics. */
    associationId: z.string(),
    firstDate: date,
    lastDate: date.or(z.literal("")),
    windows: z.array(z.object({ from: time, to: time })).max(24),
    note: typedText(200),
  })
  .superRefine(({ exception, firstDate, lastDate, windows }, context) => {
    const dates = problemOfDates(dayOf(firstDate), dayOf(lastDate || firstDate));
    if (dates) context.addIssue({ code: "custom", path: ["lastDate"], message: dates });
    if (exception === "time_off") return;
    const hours = problemOfWindows(
      exception,
      windows.map(({ from, to }) => `${from}-${to}`),
    );
    if (hours) context.addIssue({ code: "custom", path: ["windows"], message: hours });
  });
