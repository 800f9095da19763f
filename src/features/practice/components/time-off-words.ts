import type { useTranslations } from "next-intl";
import { readWindows } from "@/features/schedules/template";
import { formatDate, formatWallTime } from "@/lib/time/format";
import type { ExceptionRow } from "../time-off-store";

type Translator = ReturnType<typeof useTranslations<"changes">>;

/** "Time off, Thu, Oct 29 to Fri, Oct 30": what an exception is, in a line. */
export function wordException(t: Translator, one: ExceptionRow): string {
  return `${t(one.kind)}, ${wordDates(t, one)}`;
}

export function wordDates(t: Translator, { firstDate, lastDate }: ExceptionRow): string {
  const first = formatDate(firstDate, "en", "short");
  if (firstDate === lastDate) return first;
  return t("someDays", { first, last: formatDate(lastDate, "en", "short") });
}

/** "9:00 AM – 12:00 PM, 1:00 PM – 5:00 PM" */
export function wordWindows(windows: readonly string[]): string {
  return readWindows(windows)
    .map(({ start, end }) => `${formatWallTime(start)} – ${formatWallTime(end)}`)
    .join(", ");
}
