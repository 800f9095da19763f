import { z } from "zod";
import { type TemplateProblem, type WeeklyHours, weekdays } from "@/features/schedules/template";
import { numberTyped } from "./association-schema";
import {
  collisionOf,
  type DraftWindow,
  draftWeek,
  type Elsewhere,
  problemsOf,
  writeWeek,
} from "./week";

/*
 * The form of weekly hours and of how they are booked. The browser loads this: no Temporal.
 */

/** Hours and booking rules as they are saved; the revision counts saves of the association. */
export type SavedHours = {
  revision: number;
  hours: WeeklyHours;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  noticeMinutes: number;
  horizonDays: number;
  cancellationNoticeMinutes: number;
  maxPerDay: number | null;
};

export type HoursDraft = z.input<ReturnType<typeof hoursForm>>;
export type HoursAnswers = Omit<SavedHours, "revision">;

const minutes = numberTyped(z.int().min(0).max(240));
/** Typed in hours, a quarter at least; saved in minutes. */
const hoursAhead = numberTyped(z.number().min(0).max(720).multipleOf(0.25));
const minutesAnHour = 60;

const window = z.object({ id: z.string(), start: z.string(), end: z.string() });

type Words = {
  problem: (problem: TemplateProblem) => string;
  collision: (elsewhere: Elsewhere) => string;
};

/** Judges the week window by window, in the words of the page. */
export function hoursForm(elsewhere: readonly Elsewhere[], words: Words) {
  const week = z.array(z.array(window)).superRefine((draft, context) => {
    const complain = (day: number, index: number, message: string) =>
      context.addIssue({ code: "custom", path: [day, index], message });
    const problems = problemsOf(draft);
    for (const { day, index, problem } of problems) complain(day, index, words.problem(problem));
    for (const [day, windows] of draft.entries())
      for (const [index, one] of windows.entries()) {
        const other = collisionOf(day, one, elsewhere);
        const isNamed = problems.some((named) => named.day === day && named.index === index);
        if (other && !isNamed) complain(day, index, words.collision(other));
      }
  });
  return z
    .object({
      week,
      durationMinutes: numberTyped(z.int().min(5).max(480)),
      bufferBeforeMinutes: minutes,
      bufferAfterMinutes: minutes,
      noticeHours: hoursAhead,
      horizonDays: numberTyped(z.int().min(1).max(365)),
      cancellationNoticeHours: hoursAhead,
      maxPerDay: numberTyped(z.int().min(1).max(200).nullable()),
    })
    .transform(
      ({ week: draft, noticeHours, cancellationNoticeHours, ...rest }): HoursAnswers => ({
        ...rest,
        hours: writeWeek(draft),
        noticeMinutes: noticeHours * minutesAnHour,
        cancellationNoticeMinutes: cancellationNoticeHours * minutesAnHour,
      }),
    );
}

/** What the form begins with. */
export function draftOf(saved: SavedHours) {
  const typed = (value: number | null) => (value === null ? "" : String(value));
  return {
    week: draftWeek(saved.hours).map((windows): DraftWindow[] => [...windows]),
    durationMinutes: typed(saved.durationMinutes),
    bufferBeforeMinutes: typed(saved.bufferBeforeMinutes),
    bufferAfterMinutes: typed(saved.bufferAfterMinutes),
    noticeHours: typed(saved.noticeMinutes / minutesAnHour),
    horizonDays: typed(saved.horizonDays),
    cancellationNoticeHours: typed(saved.cancellationNoticeMinutes / minutesAnHour),
    maxPerDay: typed(saved.maxPerDay),
  };
}

/** Whether two saved states say the same about hours and booking, whatever their revisions. */
export function isSameHours(a: SavedHours, b: SavedHours): boolean {
  const written = ({ revision, hours, ...rules }: SavedHours) =>
    JSON.stringify([weekdays.map((day) => hours[day] ?? []), Object.entries(rules).sort()]);
  return written(a) === written(b);
}
