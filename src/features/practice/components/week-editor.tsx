"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { weekdays } from "@/features/schedules/template";
import type { HoursDraft } from "../hours-form";
import {
  copied,
  type DraftWeek,
  type DraftWindow,
  type Elsewhere,
  minutesADay,
  spanOf,
  writeTime,
} from "../week";
import { DayFields } from "./day-fields";
import { ElsewhereList } from "./elsewhere-list";
import { useTroubles } from "./use-troubles";
import { WeekGrid } from "./week-grid";

/** The week, drawn and typed: one state, so that the two never disagree. */
export function WeekEditor({ elsewhere }: { elsewhere: readonly Elsewhere[] }) {
  const t = useTranslations("hours");
  const form = useFormContext<HoursDraft>();
  const week = form.watch("week");
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const troubles = useTroubles(week, elsewhere);
  const troubled = useMemo(() => new Set(troubles.keys()), [troubles]);

  function change(next: DraftWeek) {
    const value = next.map((windows): DraftWindow[] => [...windows]);
    form.setValue("week", value, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  }

  const changeDay = (day: number, windows: readonly DraftWindow[]) =>
    change(week.map((before, index) => (index === day ? windows : before)));

  return (
    <div className="grid items-start gap-8 lg:grid-cols-2">
      <section className="grid gap-3 lg:sticky lg:top-4">
        <h2 className="text-h2">{t("gridTitle")}</h2>
        <p className="text-small text-ink-muted">
          <span className="pointer-coarse:hidden">{t("gridHintMouse")}</span>
          <span className="hidden pointer-coarse:inline">{t("gridHintTouch")}</span>{" "}
          {t("gridEqual")}
        </p>
        <WeekGrid
          week={week}
          elsewhere={elsewhere}
          troubled={troubled}
          selectedId={selectedId}
          onChange={change}
          onSelect={setSelectedId}
        />
        <Selected
          week={week}
          id={selectedId}
          onRemove={(id) => change(week.map((windows) => windows.filter((one) => one.id !== id)))}
        />
        <ElsewhereList elsewhere={elsewhere} />
      </section>
      <section className="grid gap-3">
        <h2 className="text-h2">{t("typeTitle")}</h2>
        <p className="text-small text-ink-muted">{t("typeHint")}</p>
        <ul className="divide-y divide-line border-y border-line">
          {weekdays.map((name, day) => (
            <DayFields
              key={name}
              day={day}
              windows={week[day] ?? []}
              troubles={troubles}
              onChange={(windows) => changeDay(day, windows)}
              onSelect={setSelectedId}
              onCopy={(days) =>
                change(
                  week.map((before, index) =>
                    days.includes(index) ? copied(week[day] ?? []) : before,
                  ),
                )
              }
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** What is chosen in the picture, in words, with the way to take it out. */
function Selected(props: { week: DraftWeek; id: string | null; onRemove: (id: string) => void }) {
  const t = useTranslations("hours");
  const box = useRef<HTMLDivElement>(null);
  const day = props.week.findIndex((windows) => windows.some(({ id }) => id === props.id));
  const window = props.week[day]?.find(({ id }) => id === props.id);
  const span = window && spanOf(window);
  const name = weekdays[day];
  return (
    <div ref={box} tabIndex={-1} className="flex min-h-touch flex-wrap items-center gap-x-4">
      {window && span && name && (
        <>
          <p className="font-semibold tabular-nums" role="status">
            {t("selected", {
              day: t(`weekdays.${name}`),
              start: writeTime(span.start),
              end: writeTime(span.end),
            })}
            {span.end > minutesADay && ` (${t("nextDay")})`}
          </p>
          <Button
            variant="quiet"
            onClick={() => {
              props.onRemove(window.id);
              box.current?.focus();
            }}
          >
            {t("removeSelected")}
          </Button>
        </>
      )}
    </div>
  );
}
