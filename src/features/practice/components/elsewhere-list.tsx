"use client";

import { useTranslations } from "next-intl";
import { weekdays } from "@/features/schedules/template";
import { type Elsewhere, splitByDay, writeTime } from "../week";

/** The doctor's hours at other clinics, in words: what lies hatched behind the picture. */
export function ElsewhereList({ elsewhere }: { elsewhere: readonly Elsewhere[] }) {
  const t = useTranslations("hours");
  if (elsewhere.length === 0) return null;
  const names = [...new Set(elsewhere.map(({ clinicName }) => clinicName))];
  return (
    <div className="grid gap-2 text-small text-ink-muted">
      <p className="flex items-center gap-2">
        <span
          aria-hidden
          className="inline-block size-5 shrink-0 border border-line-strong"
          style={{
            backgroundImage:
              "repeating-linear-gradient(135deg, var(--line) 0 4px, transparent 4px 9px)",
          }}
        />
        {t("elsewhereLegend")}
      </p>
      <ul className="grid gap-1">
        {names.map((name) => (
          <li key={name}>
            <span className="font-semibold wrap-anywhere">{name}</span>
            {": "}
            {elsewhere
              .filter(({ clinicName }) => clinicName === name)
              .flatMap(({ spans }) => spans.slice(0, 1).flatMap(splitByDay))
              .map((part, index) => (
                <span key={`${part.day} ${part.start}`} className="tabular-nums">
                  {index > 0 && ", "}
                  {t(`weekdaysShort.${weekdays[part.day] ?? "monday"}`)} {writeTime(part.start)}–
                  {writeTime(part.end)}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
