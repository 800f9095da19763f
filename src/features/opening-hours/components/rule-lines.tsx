import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/time/format";
import type { OpeningRule } from "../schema";

/** Rules as they are kept, a line each, in the order in which the later goes before the earlier. */
export function RuleLines({ rules }: { rules: readonly OpeningRule[] }) {
  const sayRule = useRuleWords();
  return (
    <ul className="list-disc ps-6">
      {rules.map((rule) => (
        <li key={JSON.stringify(rule)}>{sayRule(rule)}</li>
      ))}
    </ul>
  );
}

/** A rule in a line: "Every year from May 1 to Sep 30 · Monday · 09:00-13:00". */
function useRuleWords() {
  const t = useTranslations("openingHours");
  const locale = useLocale();
  // A season has no year; a leap year has all its days.
  const ofYear = (day: string) => formatDate(`2000-${day}`, locale, "date");
  return ({ days, season, dates, windows, adds, note }: OpeningRule) => {
    const parts = [
      season && t("season", { from: ofYear(season.slice(0, 5)), to: ofYear(season.slice(6)) }),
      dates && t("dates", { from: dates.slice(0, 10), to: dates.slice(11) }),
      days ? days.map((day) => t(`days.${day}`)).join(", ") : !season && !dates && t("always"),
      windows.length > 0 ? windows.join(", ") : t("closed"),
      adds && t("adds"),
      note,
    ];
    return parts.filter(Boolean).join(" · ");
  };
}
