"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import type { HoursDraft } from "../hours-form";
import { type DraftWindow, timesOf, writeTime } from "../week";

/** Numbers as they stand in the boxes; what is no number counts as none. */
function useGrid() {
  const form = useFormContext<HoursDraft>();
  const number = (name: "durationMinutes" | "bufferBeforeMinutes" | "bufferAfterMinutes") =>
    Number(form.watch(name)) || 0;
  return {
    durationMinutes: number("durationMinutes"),
    bufferBeforeMinutes: number("bufferBeforeMinutes"),
    bufferAfterMinutes: number("bufferAfterMinutes"),
    limit: Number(form.watch("maxPerDay")) || 0,
  };
}

/** What a day's hours come to: how many times, the first and the last. */
export function DayTimes({ windows }: { windows: readonly DraftWindow[] }) {
  const t = useTranslations("hours");
  const { limit, ...grid } = useGrid();
  if (windows.length === 0) return <p className="text-small text-ink-muted">{t("none")}</p>;
  const times = timesOf(windows, grid);
  const said = {
    count: times.length,
    first: writeTime((times[0] ?? 0) % 1440),
    last: writeTime((times.at(-1) ?? 0) % 1440),
  };
  return (
    <p className="text-small text-ink-muted tabular-nums">
      {limit > 0 && limit < times.length
        ? t("timesLimited", { ...said, limit: String(limit) })
        : t("times", said)}
    </p>
  );
}

/** The same for the whole week. */
export function WeekTimes() {
  const t = useTranslations("hours");
  const form = useFormContext<HoursDraft>();
  const { limit, ...grid } = useGrid();
  const counts = form.watch("week").map((windows) => timesOf(windows, grid).length);
  const count = counts.reduce((sum, one) => sum + (limit > 0 ? Math.min(one, limit) : one), 0);
  return <p className="font-semibold">{t("weekTimes", { count })}</p>;
}
