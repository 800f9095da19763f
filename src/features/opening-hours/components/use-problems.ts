import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { fromDraft, type HoursDraft } from "../draft";
import type { HoursProblem } from "../form-schema";
import { type OpeningDay, openingDays } from "../schema";

export type HoursErrors = {
  /** By the id of the window. */
  windows: ReadonlyMap<string, string>;
  /** By the id of the exception: its days. */
  exceptions: ReadonlyMap<string, string>;
  kept: string | undefined;
  whole: string | undefined;
};

/** What is wrong with hours, in words, by the box of the draft in which it stands. */
export function useProblems(draft: HoursDraft, problems: readonly HoursProblem[]): HoursErrors {
  const t = useTranslations("openingHours");
  return useMemo(() => {
    const { rules } = fromDraft(draft);
    const firstException = rules.length - draft.exceptions.length;
    const windows = new Map<string, string>();
    const exceptions = new Map<string, string>();
    const errors: HoursErrors = { windows, exceptions, kept: undefined, whole: undefined };
    for (const { code, rule, window, day } of problems) {
      const words = t(`problems.${day ? "overlapNight" : code}`);
      const exception = draft.exceptions[rule - firstException];
      const boxes = exception ? [exception.windows] : boxesOf(draft, rules[rule]?.days, day);
      const found = boxes.flatMap((one) => one[window ?? -1] ?? []);
      for (const { id } of found) windows.set(id, words);
      if (found.length > 0) continue;
      if (exception) exceptions.set(exception.id, words);
      else if (code === "empty" || boxes.length > 0) errors.whole = words;
      else errors.kept = words;
    }
    return errors;
  }, [draft, problems, t]);
}

/** The lists of windows that a rule of the week stands for; of one day where it is named. */
function boxesOf(draft: HoursDraft, days: readonly OpeningDay[] | undefined, only?: OpeningDay) {
  return (only ? [only] : (days ?? [])).flatMap((day) => {
    const windows = day === "holiday" ? draft.holiday : draft.week?.[openingDays.indexOf(day)];
    return windows ? [windows] : [];
  });
}
