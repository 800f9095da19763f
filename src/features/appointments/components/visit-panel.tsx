"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatDay, formatDayTime, formatTime, zoneName } from "@/lib/time/format";
import { wallDateOf } from "@/lib/time/wall";
import { VisitMarks } from "./agenda-list";
import { LiveStatus } from "./agenda-live";
import { StatusBadge } from "./status-badge";
import { useVisit } from "./visit-panel-data";
import { PatientFacts } from "./visit-panel-facts";
import { EarlierVisits, VisitHistory } from "./visit-panel-past";
import { VisitSteps } from "./visit-panel-steps";
import type { PanelVisit } from "./visit-panel-types";
import { VisitWords } from "./visit-panel-words";
import { useWords } from "./visit-panel-words-state";

/** One appointment worked from its first step to its prescription. */
export function VisitPanel({ initial }: { initial: PanelVisit }) {
  const t = useTranslations("agenda");
  const { visit, state, reload, latest, noteWords } = useVisit(initial);
  const words = useWords(visit, { reload, latest, noteWords });
  const [said, setSaid] = useState("");
  const { timezone, proposal } = visit;
  return (
    <>
      <VisitHeader visit={visit} />
      <Said sentence={said} />
      <LiveStatus state={state} />
      <div className="mt-5 grid gap-5">
        {proposal && (
          <Notice>
            {t("proposal", { when: formatDayTime(Date.parse(proposal.startsAt), timezone) })}
          </Notice>
        )}
        {visit.cancellationReason && (
          <Notice tone="caution">
            {t("cancelledBecause", { reason: visit.cancellationReason })}
          </Notice>
        )}
        <Part title={t("steps")}>
          <VisitSteps
            visit={visit}
            saveWords={words.save}
            reload={reload}
            latest={latest}
            onDone={setSaid}
          />
        </Part>
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div className="grid gap-5">
            <Part title={t("patientWrote")}>
              <p className="whitespace-pre-wrap wrap-anywhere">
                {visit.symptoms || t("wroteNothing")}
              </p>
            </Part>
            <Part title={t("facts")}>
              <PatientFacts visit={visit} />
            </Part>
          </div>
          <Part title={t("words")}>
            <VisitWords words={words} isClosed={visit.status === "cancelled"} />
          </Part>
          <Part title={t("earlierVisits")}>
            <EarlierVisits visit={visit} />
          </Part>
          <Part title={t("history")}>
            <VisitHistory visit={visit} />
          </Part>
        </div>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <Section title={title}>{children}</Section>
    </Card>
  );
}

function VisitHeader({ visit }: { visit: PanelVisit }) {
  const t = useTranslations("agenda");
  const { timezone, clinicName } = visit;
  const [start, end] = [Date.parse(visit.startsAt), Date.parse(visit.endsAt)];
  return (
    <PageHeader
      above={
        <TextLink
          href={`/agenda?date=${wallDateOf(start, timezone)}`}
          className="inline-block justify-self-start py-2"
        >
          {t("back")}
        </TextLink>
      }
      title={visit.patientName ?? t("patientGone")}
      lead={
        <time dateTime={visit.startsAt} className="grid tabular-nums">
          <span>
            {formatDay(start, timezone)}, {formatTime(start, timezone)} –{" "}
            {formatTime(end, timezone)}
          </span>
          <span className="text-small">
            {[clinicName, zoneName(timezone, start)].filter(Boolean).join(" · ")}
          </span>
        </time>
      }
      actions={
        <p className="flex flex-wrap gap-1.5" role="status">
          <StatusBadge status={visit.status} />
          <VisitMarks visit={visit} />
        </p>
      }
    />
  );
}

/** What has just been done. It takes the focus: the button that did it is often gone. */
function Said({ sentence }: { sentence: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sentence) box.current?.focus();
  }, [sentence]);
  return (
    <div ref={box} tabIndex={-1} role="status">
      {sentence && <Notice tone="positive">{sentence}</Notice>}
    </div>
  );
}
