"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import type { OpeningRule } from "../schema";
import { RuleLines } from "./rule-lines";

type KeptRulesProps = {
  rules: readonly OpeningRule[];
  error: string | undefined;
  onReplace: (() => void) | undefined;
};

/** What the form has no fields for, to be read: nothing is lost unseen. */
export function KeptRules({ rules, error, onReplace }: KeptRulesProps) {
  const t = useTranslations("openingHours");
  return (
    <section className="grid gap-2">
      <h2 className="text-h3">{t("keptTitle")}</h2>
      <p className="text-small text-ink-muted">{t("keptHint")}</p>
      {error && <FieldError id="kept-rules-error">{error}</FieldError>}
      <RuleLines rules={rules} />
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
