"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import type { Refusal } from "@/lib/refusal";
import { formatDayTime } from "@/lib/time/format";
import { trpc } from "@/trpc/client";
import type { DayStep } from "../rules";
import { MoveDialog } from "./agenda-move-dialog";
import { CancelVisit } from "./visit-panel-cancel";
import type { PanelVisit } from "./visit-panel-types";

type VisitStepsProps = {
  visit: PanelVisit;
  /** Saves what is being written; a step is taken only with all of it saved. */
  saveWords: () => Promise<boolean>;
  reload: () => Promise<PanelVisit>;
  /** The appointment as it is after what was saved last. */
  latest: () => PanelVisit;
  onDone: (sentence: string) => void;
};

const oneTap: readonly DayStep[] = ["confirm", "arrive", "start", "complete", "no_show", "reopen"];

/** The steps that can be taken now; the next of a visit first. */
export function VisitSteps({ visit, saveWords, reload, latest, onDone }: VisitStepsProps) {
  const t = useTranslations("agenda");
  const [isMoving, setIsMoving] = useState(false);
  const [going, setGoing] = useState<DayStep | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = trpc.agenda.take.useMutation();
  const { steps, timezone } = visit;
  const possible = oneTap.filter((step) => steps.includes(step));

  async function done(sentence: string) {
    setRefusal(null);
    await reload();
    onDone(sentence);
  }

  /** Until the next steps stand there, pressing again does nothing. */
  async function go(step: DayStep) {
    if (going) return;
    setGoing(step);
    try {
      if (await saveWords()) await takeStep(step);
    } finally {
      setGoing(null);
    }
  }

  async function takeStep(step: DayStep) {
    const { id: appointmentId, revision: expectedRevision } = latest();
    try {
      await take.mutateAsync({ appointmentId, expectedRevision, step });
      await done(t(`taken_${step}`));
    } catch (error) {
      const answer = refusalOf(error);
      setRefusal(answer);
      if (answer.code === "APPOINTMENT_CHANGED") await reload();
    }
  }

  if (steps.length === 0) return <p className="text-ink-muted">{t("notPossible")}</p>;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        {possible.map((step, index) => (
          <Button
            key={step}
            variant={
              index === 0 && step !== "no_show" && step !== "reopen" ? "primary" : "secondary"
            }
            isPending={going === step}
            onClick={() => void go(step)}
          >
            {t(`step_${step}`)}
          </Button>
        ))}
        {steps.includes("move") && (
          <Button variant="secondary" onClick={() => setIsMoving(true)}>
            {t("step_move")}
          </Button>
        )}
        {steps.includes("cancel") && (
          <CancelVisit
            appointmentId={visit.id}
            expectedRevision={visit.revision}
            onDone={() => done(t("cancelled"))}
          />
        )}
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
      {isMoving && (
        <MoveDialog
          visit={visit}
          zone={timezone}
          toMs={null}
          mayPropose={steps.includes("propose")}
          onClose={() => setIsMoving(false)}
          onDone={(how, toMs) => {
            setIsMoving(false);
            void done(t(how, { when: formatDayTime(toMs, timezone) }));
          }}
        />
      )}
    </div>
  );
}
