"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { trpc } from "@/trpc/client";
import type { AgendaVisit, Association } from "./agenda-types";

type RunningLateProps = {
  associations: Association[];
  /** The clinic that is shown, if one is. */
  clinic: string | null;
  /** Today's appointments whose turn has not come. */
  waiting: AgendaVisit[];
  onDone: (sentence: string) => void;
};

const choices = [0, 10, 15, 20, 30, 45, 60, 90, 120];
const usual = 20;

/** Tells those who still wait today that it takes longer. */
export function RunningLateDialog({ associations, clinic, waiting, onDone }: RunningLateProps) {
  const t = useTranslations("agenda");
  const common = useTranslations("common");
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [minutes, setMinutes] = useState(usual);
  const [chosen, setChosen] = useState<string | null>(null);
  const associationId = chosen ?? clinic ?? mostWaited(waiting) ?? associations[0]?.id ?? "";
  const delay = trpc.agenda.delay.useMutation({
    onSuccess: ({ changed }) => {
      setIsOpen(false);
      onDone(t(minutes === 0 ? "onTimeDone" : "lateDone", { count: changed }));
    },
  });
  const concerned = waiting.filter(
    (visit) => visit.associationId === associationId && visit.delayMinutes !== minutes,
  );
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(next) => {
        delay.reset();
        setIsOpen(next);
      }}
      title={t("lateTitle")}
      description={t("lateHint")}
      closeLabel={common("close")}
      trigger={
        <Button variant="secondary">
          <Clock aria-hidden className="size-5" />
          {t("runningLate")}
        </Button>
      }
      actions={
        <Button
          isPending={delay.isPending}
          onClick={() => delay.mutate({ associationId, minutes })}
        >
          {t("tellThem")}
        </Button>
      }
    >
      {associations.length > 1 && (
        <Field id={`${id}-clinic`} label={t("whichClinic")}>
          <Select
            id={`${id}-clinic`}
            value={associationId}
            options={associations.map((one) => ({ value: one.id, label: one.clinicName }))}
            onChange={({ target }) => setChosen(target.value)}
          />
        </Field>
      )}
      <Field id={`${id}-minutes`} label={t("lateBy")}>
        <Select
          id={`${id}-minutes`}
          value={minutes}
          options={choices.map((count) => ({
            value: String(count),
            label: t("lateMinutes", { minutes: count }),
          }))}
          onChange={({ target }) => setMinutes(Number(target.value))}
        />
      </Field>
      <p role="status">{t("lateCount", { count: concerned.length })}</p>
      {delay.error && <RefusalNotice refusal={refusalOf(delay.error)} />}
    </Dialog>
  );
}

/** Where the next who waits is. */
function mostWaited(waiting: AgendaVisit[]): string | null {
  return waiting[0]?.associationId ?? null;
}
