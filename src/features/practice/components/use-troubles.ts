"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { TemplateProblem, Weekday } from "@/features/schedules/template";
import { collisionOf, type DraftWeek, type Elsewhere, problemsOf } from "../week";

/** What is wrong with a window, in words; `isUnread` where it is no time yet. */
export type Trouble = { words: string; isUnread: boolean };

/** The sentences for what may be wrong with a week. */
export function useHoursWords() {
  const t = useTranslations("hours");
  return useMemo(() => {
    const dayName = (day: Weekday) => t(`weekdays.${day}`);
    return {
      problem: (problem: TemplateProblem) => {
        switch (problem.code) {
          case "WINDOWS_OVERLAP":
            return t("problems.WINDOWS_OVERLAP", {
              otherDay: dayName(problem.otherDay),
              otherWindow: problem.otherWindow.replace("-", "–"),
            });
          case "WINDOW_EMPTY":
          case "WINDOW_MALFORMED":
          case "DAY_TOO_FULL":
            return t(`problems.${problem.code}`);
          default:
            return t("problems.other");
        }
      },
      collision: ({ clinicName, day, window }: Elsewhere) =>
        t("collision", {
          clinic: clinicName,
          day: dayName(day),
          window: window.replace("-", "–"),
        }),
    };
  }, [t]);
}

/** What is wrong with the week as it stands now, by the id of the window. */
export function useTroubles(
  week: DraftWeek,
  elsewhere: readonly Elsewhere[],
): ReadonlyMap<string, Trouble> {
  const words = useHoursWords();
  return useMemo(() => {
    const troubles = new Map<string, Trouble>();
    for (const [day, windows] of week.entries())
      for (const window of windows) {
        const other = collisionOf(day, window, elsewhere);
        if (other) troubles.set(window.id, { words: words.collision(other), isUnread: false });
      }
    for (const { day, index, problem } of problemsOf(week)) {
      const id = week[day]?.[index]?.id;
      const isUnread = problem.code === "WINDOW_MALFORMED" || problem.code === "WINDOW_EMPTY";
      if (id) troubles.set(id, { words: words.problem(problem), isUnread });
    }
    return troubles;
  }, [week, elsewhere, words]);
}
