import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/time/format";
import { fromEpochDay } from "@/lib/time/plain-date";
import type { Unit } from "../rules";

/** How the figures are written, with a dash where there is none. */
export async function figuresText() {
  const [t, locale] = [await getTranslations("figures"), await getLocale()];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  // Of many, a tenth says nothing.
  const tenths = (value: number) =>
    Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  const write: Record<Unit, (value: number) => string> = {
    count: (value) => number.format(value),
    percent: (value) => t("percent", { value }),
    days: (value) => t("days", { value: tenths(value) }),
  };
  return {
    t,
    day: (epochDay: number) => formatDate(fromEpochDay(epochDay), locale, "date"),
    number: (value: number) => number.format(value),
    tenths: (value: number) => number.format(tenths(value)),
    write: (unit: Unit, value: number | null) => (value === null ? t("dash") : write[unit](value)),
  };
}
