"use client";

import { ChevronDown, Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type ReportKind, reportKinds } from "../form-schema";

export type ReportOutcome = "thanks" | "failed" | null;

type ReportHoursProps = {
  slug: string;
  /** Takes the pharmacy's slug and the kind; also where no script runs. */
  action: (before: ReportOutcome, form: FormData) => Promise<ReportOutcome>;
};

/** Says in two taps what somebody found at the door: open, choose. Needs the namespace `pharmacy`. */
export function ReportHours({ slug, action }: ReportHoursProps) {
  const t = useTranslations("pharmacy");
  const [outcome, send, isPending] = useActionState(action, null);
  if (outcome === "thanks")
    return (
      <Notice tone="positive" isLive>
        {t("reportThanks")}
      </Notice>
    );
  return (
    <details className="group rounded-card border border-line" data-print="hide">
      <summary className="flex min-h-touch cursor-pointer list-none items-center gap-2 rounded-card px-4 font-semibold text-accent hover:bg-accent-soft">
        <Flag aria-hidden className="size-5" />
        <span className="flex-1">{t("reportOpen")}</span>
        <ChevronDown aria-hidden className="size-5 group-open:rotate-180" />
      </summary>
      <form action={send} className="grid gap-3 px-4 pt-2 pb-4">
        <input type="hidden" name="slug" value={slug} />
        <fieldset className="grid gap-3">
          <legend className="mb-3">{t("reportAsk")}</legend>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-2">
            {reportKinds.map((kind: ReportKind) => (
              <Button
                key={kind}
                type="submit"
                name="kind"
                value={kind}
                variant="secondary"
                aria-disabled={isPending}
              >
                {t(`report.${kind}`)}
              </Button>
            ))}
          </div>
        </fieldset>
        {outcome === "failed" && (
          <Notice tone="critical" isLive>
            {t("reportFailed")}
          </Notice>
        )}
        <p className="text-small text-ink-muted">{t("reportNote")}</p>
      </form>
    </details>
  );
}
