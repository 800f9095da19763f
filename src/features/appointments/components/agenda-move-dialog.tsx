"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Refusal } from "@/lib/refusal";
import { formatDayTime } from "@/lib/time/format";
import { isoOf } from "@/lib/time/wall";
import { trpc } from "@/trpc/client";
import { useReturnFocus } from "./agenda-focus";
import { TimeChooser } from "./agenda-time-chooser";
import type { AgendaVisit } from "./agenda-types";

type MoveDialogProps = {
  visit: AgendaVisit;
  zone: string;
  /** Where it was dragged to, in epoch milliseconds; null to choose from the free times. */
  toMs: number | null;
  /** Only until the visit begins, the patient may be asked. */
  mayPropose?: boolean;
  onClose: () => void;
  onDone: (how: "moved" | "proposed", toMs: number) => void;
};

/** Another time for a visit: at once, or as a question to the patient. */
export function MoveDialog(props: MoveDialogProps) {
  const { visit, zone, onClose, onDone, mayPropose = true } = props;
  const t = useTranslations("agenda");
  const common = useTranslations("common");
  const [toMs, setToMs] = useState(props.toMs);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const reasonId = useId();
  const move = trpc.agenda.move.useMutation();
  const propose = trpc.agenda.propose.useMutation();
  const isPending = move.isPending || propose.isPending;
  useReturnFocus();

  function choose(ms: number | null) {
    setRefusal(null);
    setToMs(ms);
  }

  async function send(how: "moved" | "proposed") {
    if (toMs === null || isPending) return;
    setRefusal(null);
    const { id: appointmentId, revision: expectedRevision } = visit;
    const wanted = { appointmentId, expectedRevision, startsAt: isoOf(toMs) };
    try {
      if (how === "moved") await move.mutateAsync(wanted);
      else await propose.mutateAsync({ ...wanted, reason });
      onDone(how, toMs);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  }

  const when = (ms: number) => formatDayTime(ms, zone);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("moveTitle", { patient: visit.patientName ?? t("patientGone") })}
      closeLabel={common("close")}
      actions={
        toMs !== null && (
          <>
            <Button variant="quiet" onClick={onClose}>
              {t("keepTime")}
            </Button>
            {mayPropose && (
              <Button
                variant="secondary"
                isPending={propose.isPending}
                onClick={() => send("proposed")}
              >
                {t("propose")}
              </Button>
            )}
            <Button isPending={move.isPending} onClick={() => send("moved")}>
              {t("moveNow")}
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-1 tabular-nums">
        <p className="text-ink-muted">
          {t("moveFrom", { when: when(Date.parse(visit.startsAt)) })}
        </p>
        {toMs !== null && <p className="font-semibold">{t("moveTo", { when: when(toMs) })}</p>}
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
      {toMs === null ? (
        <TimeChooser visit={visit} zone={zone} onChoose={choose} />
      ) : (
        <>
          <div>
            <Button variant="secondary" onClick={() => choose(null)}>
              {t("chooseTime")}
            </Button>
          </div>
          <p className="text-small text-ink-muted">{t("moveNowHint")}</p>
          {mayPropose && (
            <Field
              id={reasonId}
              label={t("proposeReason")}
              note={common("optional")}
              hint={t("proposeHint")}
            >
              <Textarea
                id={reasonId}
                aria-describedby={`${reasonId}-hint`}
                rows={2}
                maxLength={500}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </Field>
          )}
        </>
      )}
    </Dialog>
  );
}
