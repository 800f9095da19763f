"use client";

import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { formatDay, formatDayTime } from "@/lib/time/format";
import type { PanelVisit } from "./visit-panel-types";

/** The patient's earlier visits with this doctor, latest first. */
export function EarlierVisits({ visit }: { visit: PanelVisit }) {
  const t = useTranslations("agenda");
  if (visit.earlier.length === 0) return <p className="text-ink-muted">{t("noEarlier")}</p>;
  return (
    <ul className="grid gap-4">
      {visit.earlier.map(({ id, startsAt, timezone, symptoms, notes, prescription }) => (
        <li key={id} className="grid gap-1">
          <TextLink href={`/agenda/${id}`} className="inline-block justify-self-start py-2">
            {formatDay(Date.parse(startsAt), timezone)}
          </TextLink>
          <Part term={t("patientWrote")} text={symptoms} />
          <Part term={t("notes")} text={notes} />
          <Part term={t("prescription")} text={prescription} />
        </li>
      ))}
    </ul>
  );
}

function Part({ term, text }: { term: string; text: string | null }) {
  if (!text) return null;
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      <span className="text-small text-ink-muted">{term}: </span>
      {text}
    </p>
  );
}

/** Every step and move of an appointment, with who and why, first to last. */
export function VisitHistory({ visit }: { visit: PanelVisit }) {
  const t = useTranslations("agenda");
  const words = useTranslations("appointments");
  const when = (instant: string) => formatDayTime(Date.parse(instant), visit.timezone);
  return (
    <ol className="grid gap-2">
      {visit.history.map((step) => (
        <li key={`${step.at} ${step.to} ${step.toStartsAt}`} className="grid gap-0.5">
          <span className="font-semibold">
            {wordsFor(step)}
            {step.by === "doctor" && ` ${t("byDoctor")}`}
            {step.by === "patient" && ` ${t("byPatient")}`}
          </span>
          {step.reason && <span>{t("because", { reason: step.reason })}</span>}
          <time dateTime={step.at} className="text-small text-ink-muted tabular-nums">
            {when(step.at)}
          </time>
        </li>
      ))}
    </ol>
  );

  function wordsFor(step: PanelVisit["history"][number]) {
    const { from, to, fromStartsAt, toStartsAt } = step;
    if (fromStartsAt && fromStartsAt !== toStartsAt)
      return t("movedFrom", { from: when(fromStartsAt), to: when(toStartsAt) });
    return from === null && to === "scheduled" ? t("booked") : words(`status_${to}`);
  }
}
