"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { formatDate } from "@/lib/time/format";
import type { OpeningRule } from "../schema";

type KeptRulesProps = {
  rules: readonly OpeningRule[];
  error: string | undefined;
  onReplace: (() => void) | undefined;
};

/** What the form has no fields for, to be read: nothing is lost unseen. */
export function KeptRules({ rules, error, onReplace }: KeptRulesProps) {
  const t = useTranslations("openingHours");
  const sayRule = useRuleWords();
  return (
    <section className="grid gap-2">
      <h3 className="text-h3">{t("keptTitle")}</h3>
      <p className="text-small text-ink-muted">{t("keptHint")}</p>
      {error && <FieldError id="kept-rules-error">{error}</FieldError>}
      <ul className="list-disc ps-6">
        {rules.map((rule) => (
          <li key={JSON.stringify(rule)}>{sayRule(rule)}</li>
        ))}
      </ul>
      {onReplace && (
        <div>
          <Button variant="secondary" onClick={onReplace}>
            {t("replaceWeek")}
          </Button>
        </div>
      )}
    </section>
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
