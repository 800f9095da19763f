import { CircleCheck, CircleHelp, CircleX, Moon } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { MS_PER_MINUTE } from "@/lib/time/civil";
import { formatDay, formatTime } from "@/lib/time/format";
import { fromDate, type Instant } from "@/lib/time/instant";
import { clinicDateOf } from "@/lib/time/zone";
import type { PharmacyPage } from "../../queries/get-pharmacy";

type StateLineProps = {
  pharmacy: Pick<PharmacyPage, "state" | "timezone" | "duties">;
  now: Instant;
};

/** Open or closed, by a word and a sign, and what comes next. */
export async function StateLine({ pharmacy, now }: StateLineProps) {
  const t = await getTranslations("pharmacy");
  const { state, duties } = pharmacy;
  const next = await nextChange(pharmacy, now);
  const isOnDuty = duties.some(({ startsAt }) => Date.parse(startsAt) <= now.epochMilliseconds);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-lead">
      {state?.isOpen && (
        <Badge tone="positive" icon={CircleCheck}>
          {t("openNow")}
        </Badge>
      )}
      {state?.isOpen === false && (
        <Badge tone="caution" icon={CircleX}>
          {t("closedNow")}
        </Badge>
      )}
      {!state && <Badge icon={CircleHelp}>{t("unknownNow")}</Badge>}
      {isOnDuty && (
        <Badge tone="info" icon={Moon}>
          {t("onDuty")}
        </Badge>
      )}
      <span className="font-semibold text-ink">{next}</span>
    </p>
  );
}

async function nextChange(
  { state, timezone }: StateLineProps["pharmacy"],
  now: Instant,
): Promise<string | null> {
  const [t, locale] = await Promise.all([getTranslations("pharmacy"), getLocale()]);
  if (!state) return null;
  const change = state.isOpen ? state.until : state.opens;
  if (!change) return t(state.isOpen ? "openAlways" : "opensNever");
  const at = fromDate(new Date(change));
  const minutes = Math.ceil((at.epochMilliseconds - now.epochMilliseconds) / MS_PER_MINUTE);
  const days = clinicDateOf(now, timezone).until(clinicDateOf(at, timezone)).days;
  const time = formatTime(at, timezone, locale);
  if (!state.isOpen) {
    if (minutes <= 60) return t("opensIn", { minutes });
    if (days === 0) return t("opensToday", { time });
    if (days === 1) return t("opensTomorrow", { time });
    return t("opensLater", { day: formatDay(at, timezone, locale, "short"), time });
  }
  const longer = state.mayBeLonger ? "yes" : "no";
  if (minutes <= 60 && !state.mayBeLonger) return t("closesIn", { minutes });
  if (days === 0) return t("openUntil", { time, longer });
  if (days === 1) return t("openUntilTomorrow", { time, longer });
  return t("openUntil", { time: `${formatDay(at, timezone, locale, "short")}, ${time}`, longer });
}
