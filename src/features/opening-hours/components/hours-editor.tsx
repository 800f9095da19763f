"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type DraftWindow, fromDraft, type HoursDraft, newWindow, toDraft } from "../draft";
import type { HoursProblem } from "../form-schema";
import { type OpeningHours, openingDays } from "../schema";
import { ExceptionFields } from "./exception-fields";
import { KeptRules } from "./kept-rules";
import { useProblems } from "./use-problems";
import { WindowsFields } from "./windows-fields";

type HoursEditorProps = {
  /** Where it begins; later changes of it are not taken over (give another `key` for that). */
  value: OpeningHours | null;
  onChange: (hours: OpeningHours) => void;
  /** What `checkHours` finds in what was last handed over; shown where it is. */
  problems: readonly HoursProblem[];
};

const weekdays = openingDays.slice(0, 7);

/** Opening hours as a form: the week, public holidays, single days. Rules beyond that stay as they are. */
export function HoursEditor({ value, onChange, problems }: HoursEditorProps) {
  const t = useTranslations("openingHours");
  const id = useId();
  const [draft, setDraft] = useState(() => toDraft(value));
  const errors = useProblems(draft, problems);

  function change(next: HoursDraft) {
    setDraft(next);
    onChange(fromDraft(next));
  }

  const week = draft.week;
  const setDay = (index: number, windows: DraftWindow[]) =>
    change({ ...draft, week: week?.map((day, i) => (i === index ? windows : day)) ?? null });
  const copyOn = (index: number) =>
    change({
      ...draft,
      week:
        week?.map((day, i) =>
          i > index ? (week[index] ?? []).map(({ from, to }) => newWindow(from, to)) : day,
        ) ?? null,
    });

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {errors.whole && <FieldError id={`${id}-error`}>{errors.whole}</FieldError>}
      {draft.kept.length > 0 && (
        <KeptRules
          rules={draft.kept}
          error={errors.kept}
          onReplace={
            week === null
              ? () => change({ ...draft, week: weekdays.map(() => []), kept: [] })
              : undefined
          }
        />
      )}
      {week && (
        <section aria-labelledby={`${id}-week`} className="grid gap-2">
          <h2 id={`${id}-week`} className="text-h3">
            {t("weekTitle")}
          </h2>
          <p className="max-w-prose text-small text-ink-muted">{t("weekHint")}</p>
          <ul className="divide-y divide-line">
            {week.map((windows, index) => {
              const weekday = weekdays[index] ?? "monday";
              const day = t(`days.${weekday}`);
              return (
                <li key={weekday} className="grid gap-2 py-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
                  <h3 className="pt-2 font-semibold">{day}</h3>
                  <WindowsFields
                    id={`${id}-${weekday}`}
                    day={day}
                    windows={windows}
                    errors={errors.windows}
                    onChange={(next) => setDay(index, next)}
                  >
                    {windows.length === 0 && (
                      <Button
                        variant="quiet"
                        aria-label={t("setAllDay", { day })}
                        onClick={() => setDay(index, [newWindow("00:00", "24:00")])}
                      >
                        {t("allDayShort")}
                      </Button>
                    )}
                    {windows.length > 0 && index < 6 && (
                      <Button
                        variant="quiet"
                        aria-label={t("copy", { day })}
                        onClick={() => copyOn(index)}
                      >
                        <Copy aria-hidden className="size-4.5" />
                        {t("copyShort")}
                      </Button>
                    )}
                  </WindowsFields>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {week && (
        <HolidayFields
          id={id}
          windows={draft.holiday}
          errors={errors.windows}
          onChange={(holiday) => change({ ...draft, holiday })}
        />
      )}
      <ExceptionFields
        id={id}
        exceptions={draft.exceptions}
        errors={errors}
        onChange={(exceptions) => change({ ...draft, exceptions })}
      />
    </div>
  );
}

type HolidayFieldsProps = {
  id: string;
  windows: DraftWindow[] | null;
  errors: ReadonlyMap<string, string>;
  onChange: (windows: DraftWindow[] | null) => void;
};

function HolidayFields({ id, windows, errors, onChange }: HolidayFieldsProps) {
  const t = useTranslations("openingHours");
  const choice = windows === null ? "usual" : windows.length === 0 ? "closed" : "own";
  const windowsOf = { usual: () => null, closed: () => [], own: () => [newWindow()] };
  return (
    <section aria-labelledby={`${id}-holidays`} className="grid gap-3">
      <h2 id={`${id}-holidays`} className="text-h3">
        {t("holidayTitle")}
      </h2>
      <Field id={`${id}-holiday-choice`} label={t("holidayChoice")} className="max-w-80">
        <Select
          id={`${id}-holiday-choice`}
          value={choice}
          onChange={(event) => onChange(windowsOf[event.target.value as typeof choice]())}
          options={[
            { value: "usual", label: t("holidayUsual") },
            { value: "closed", label: t("holidayClosed") },
            { value: "own", label: t("holidayOwn") },
          ]}
        />
      </Field>
      {windows !== null && windows.length > 0 && (
        <WindowsFields
          id={`${id}-holiday`}
          day={t("days.holiday")}
          windows={windows}
          errors={errors}
          onChange={onChange}
        />
      )}
    </section>
  );
}
