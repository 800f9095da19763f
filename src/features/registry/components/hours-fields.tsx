"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/form/text-field";
import { weekdays } from "@/features/schedules/template";
import { Part } from "./fact-fields";

/** One line a day, which may hold several stretches. */
export function HoursFields({ asWritten }: { asWritten: string | null }) {
  const t = useTranslations("registry");
  return (
    <Part title={t("hours")}>
      <p className="max-w-prose text-small text-ink-muted">{t("hoursHint")}</p>
      {asWritten && (
        <p className="whitespace-pre-line">
          {t("hoursAsWritten", { text: asWritten })} {t("hoursAsWrittenHint")}
        </p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {weekdays.map((day) => (
          <TextField
            key={day}
            name={`hours.${day}`}
            label={t(`weekdays.${day}`)}
            maxLength={300}
            autoComplete="off"
            isOptional
          />
        ))}
      </div>
    </Part>
  );
}
