import { z } from "zod";
import { checkTemplate, type TemplateProblem } from "@/features/schedules/template";
import { typedText } from "@/lib/text";
import { dayNumberOf } from "@/lib/time/wall";

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

/** What is wrong with the hours of an exception, and with which of them; null for nothing. */
export function problemOfWindows(
  kind: ExceptionKind,
  windows: readonly string[],
): { message: string; index: number } | null {
  const isOff = kind === "time_off";
  if (isOff) return windows.length > 0 ? { message: "Time off has no hours.", index: 0 } : null;
  if (windows.length === 0) return { message: "Give at least one stretch of hours.", index: 0 };
  const [problem] = checkTemplate({ monday: windows });
  if (!problem) return null;
  const index = "index" in problem ? problem.index : 0;
  return { message: sentenceOf(problem), index };
}

function sentenceOf(problem: TemplateProblem): string {
  if (problem.code === "WINDOW_EMPTY") return `${problem.window} starts and ends at the same time.`;
  if (problem.code === "WINDOWS_OVERLAP")
    return `${problem.window} overlaps ${problem.otherWindow}.`;
  return "Write hours like 09:00-12:00.";
}

const date = z.iso.date();

/** The form of an exception; one day where no last one is given. */
export const exceptionForm = z
  .object({
    exception: z.enum(exceptionKinds),
    /** An association's id, or "" for all clinics. */
    associationId: z.string(),
    firstDate: date,
    lastDate: date.or(z.literal("")),
    windows: z.array(z.object({ from: z.string(), to: z.string() })).max(24),
    note: typedText(200),
  })
  .superRefine(({ exception, associationId, firstDate, lastDate, windows }, context) => {
    const say = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: "custom", path, message });
    const dates = problemOfDates(dayNumberOf(firstDate), dayNumberOf(lastDate || firstDate));
    if (dates) say(dates, "lastDate");
    if (exception === "time_off") return;
    // The same hours at two clinics would be at the same time.
    if (!associationId) say("choose", "associationId");
    const hours = problemOfWindows(exception, writeWindows(windows));
    if (hours) say(hours.message, "windows", hours.index, "to");
  });

export type ExceptionAnswers = z.infer<typeof exceptionForm>;

/** Hours as they are sent: "09:00-12:00". */
export function writeWindows(windows: ExceptionAnswers["windows"]): string[] {
  return windows.map(({ from, to }) => `${from}-${to}`);
}

/** Hours as the form asks them; an end at midnight is 00:00 there. */
export function readWindowTexts(windows: readonly string[]): ExceptionAnswers["windows"] {
  return windows.map((text) => {
    const [from = "", to = ""] = text.split("-");
    return { from, to: to === "24:00" ? "00:00" : to };
  });
}
