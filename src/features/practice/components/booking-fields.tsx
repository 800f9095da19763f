"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/form/text-field";
import { WeekTimes } from "./day-times";

/** How hours become times, and how those are booked. */
export function BookingFields() {
  const t = useTranslations("hours");
  const number = { inputMode: "numeric", autoComplete: "off" } as const;
  return (
    <section className="grid gap-4">
      <h2 className="text-h2">{t("bookingTitle")}</h2>
      <WeekTimes />
      <div className="grid items-end gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        <TextField name="durationMinutes" label={t("duration")} {...number} />
        <TextField name="bufferBeforeMinutes" label={t("bufferBefore")} {...number} />
        <TextField name="bufferAfterMinutes" label={t("bufferAfter")} {...number} />
        <TextField name="horizonDays" label={t("horizon")} hint={t("horizonHint")} {...number} />
        <TextField
          name="noticeHours"
          label={t("notice")}
          hint={t("noticeHint")}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField
          name="cancellationNoticeHours"
          label={t("cancellationNotice")}
          hint={t("cancellationNoticeHint")}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField
          name="maxPerDay"
          label={t("maxPerDay")}
          hint={t("maxPerDayHint")}
          isOptional
          {...number}
        />
      </div>
    </section>
  );
}
