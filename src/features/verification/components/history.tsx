import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { formatDayTime } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import type { ShownDecision, ShownEvent } from "../history-store";
import { reasonKey } from "./reason-key";

type HistoryProps = { decisions: readonly ShownDecision[]; events: readonly ShownEvent[] };

/** What was decided, and what happened otherwise, newest first. Times are in UTC. */
export async function History({ decisions, events }: HistoryProps) {
  const [t, locale] = await Promise.all([getTranslations("verification"), getLocale()]);
  const when = (at: Instant) => `${formatDayTime(at, "UTC", locale)} UTC`;
  return (
    <Section title={t("history")}>
      <h3 className="text-h3">{t("decisions")}</h3>
      {decisions.length === 0 && <p className="text-ink-muted">{t("noDecisions")}</p>}
      <ul className="divide-y divide-line empty:hidden">
        {decisions.map((decision) => (
          <li key={decision.id} className="py-3">
            <DecisionLine decision={decision} when={when} />
          </li>
        ))}
      </ul>
      {events.length > 0 && <h3 className="text-h3">{t("events")}</h3>}
      <ul className="divide-y divide-line empty:hidden">
        {events.map(({ id, at, action, actor }) => {
          const key = `actions.${action.replace(/[.-]/g, "_")}`;
          const what = t.has(key as "actions.doctor_submit")
            ? t(key as "actions.doctor_submit")
            : action;
          return (
            <li key={id} className="flex flex-wrap justify-between gap-x-6 py-2">
              <span>{t("eventBy", { what, name: actor ?? t("byItself") })}</span>
              <span className="text-small text-ink-muted">{when(at)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

type LineProps = { decision: ShownDecision; when: (at: Instant) => string };

async function DecisionLine({ decision, when }: LineProps) {
  const t = await getTranslations("verification");
  const { verdict, status, words, secondedBy, secondedAt, secondWords } = decision;
  const name = decision.decidedBy ?? t("someone");
  const reason = reasonKey(decision.reasonCode);
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span className="font-semibold">{t(`decisionLine.${verdict}`, { name })}</span>
        <span className="text-small text-ink-muted">{when(decision.decidedAt)}</span>
      </p>
      {reason && <p>{t(reason)}</p>}
      {words && (
        <p className="max-w-prose whitespace-pre-line wrap-anywhere">
          {t("firstWords", { words })}
        </p>
      )}
      {decision.secondedById && secondedAt && (
        <p className="text-small">
          {t(status === "final" ? "secondedBy" : "returnedBy", {
            name: secondedBy ?? t("someone"),
            date: when(secondedAt),
          })}
        </p>
      )}
      {secondWords && (
        <p className="max-w-prose whitespace-pre-line wrap-anywhere">
          {t("firstWords", { words: secondWords })}
        </p>
      )}
      <p className="flex flex-wrap gap-2">
        <Badge tone={status === "final" ? "positive" : "neutral"}>
          {t(`decisionStatus.${status}`)}
        </Badge>
        {decision.renewalId && <Badge>{t("ofRenewal")}</Badge>}
      </p>
    </div>
  );
}
