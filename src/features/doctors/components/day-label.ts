import type { getTranslations } from "next-intl/server";
import { formatDay } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import { clinicDateOf } from "@/lib/time/zone";

type Translate = Awaited<ReturnType<typeof getTranslations<"search">>>;

/** "Today", "Tomorrow" or "Mon, Nov 2": the day of an instant on the clinic's calendar. */
export function dayLabel(at: Instant, zone: string, now: Instant, t: Translate): string {
  const days = clinicDateOf(now, zone).until(clinicDateOf(at, zone)).days;
  if (days === 0) return t("today");
  return days === 1 ? t("tomorrow") : formatDay(at, zone, "en", "short");
}
