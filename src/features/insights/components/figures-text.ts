import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/time/format";
import { fromEpochDay } from "@/lib/time/plain-date";

/** How the figures are written, with a dash where there is none. */
export async function figuresText() {
  const [t, locale] = [await getTranslations("insights"), await getLocale()];
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    t,
    week: (monday: number) => formatDate(fromEpochDay(monday), locale, "date"),
    percent: (value: number | null) => (value === null ? t("dash") : t("percent", { value })),
    days: (value: number | null) =>
      value === null ? t("dash") : t("days", { value: Math.round(value * 10) / 10 }),
    hours: (minutes: number) => t("hours", { value: minutes / 60 }),
    number: (value: number) => one.format(value),
  };
}
