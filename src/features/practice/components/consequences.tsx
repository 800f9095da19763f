"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Refusal } from "@/lib/refusal";
import { trpc } from "@/trpc/client";
import type { Affected } from "../queries/preview-change";
import type { DecisionInput, ScheduleChangeInput } from "../schema";
import { ConsequencesList } from "./consequences-list";

export type ChangeFlowProps = {
  /** The change to look at and save; null while there is none. */
  change: ScheduleChangeInput | null;
  onSaved: () => void;
  /** Leaves it as it was; nothing has been saved. */
  onBack: () => void;
  /** More about a refusal than its sentence, such as what has changed meanwhile. */
  refusalActions?: (refusal: Refusal) => ReactNode;
};

/**
 * The way of every change of hours: first whom it would leave outside them, then a decision about
 * each, then all of it at once. Where it touches nobody it is saved straight away. Needs the
 * namespaces `changes`, `form` and `refusals`, and the ApiProvider.
 */
export function ChangeFlow({ change, ...props }: ChangeFlowProps) {
  if (!change) return null;
  return <OneChange key={JSON.stringify(change)} change={change} {...props} />;
}

type OneChangeProps = ChangeFlowProps & { change: ScheduleChangeInput };

type Refused = {
  refusal: Refusal;
  /** The appointment whose decision was refused, if it was one's. */
  appointmentId?: string;
};

function OneChange({ change, onSaved, onBack, refusalActions }: OneChangeProps) {
  const t = useTranslations("changes");
  const preview = trpc.practice.preview.useMutation();
  const save = trpc.practice.save.useMutation();
  const [affected, setAffected] = useState<Affected[]>();
  const [refused, setRefused] = useState<Refused>();
  const [isSaving, setIsSaving] = useState(false);

  async function look() {
    const found = (await preview.mutateAsync({ change })).affected;
    setAffected(found);
    if (found.length === 0) await send([]);
  }

  async function send(decisions: DecisionInput[]) {
    setRefused(undefined);
    setIsSaving(true);
    try {
      await save.mutateAsync({ change, decisions });
      onSaved();
    } catch (error) {
      const refusal = refusalOf(error);
      const { appointmentId } = refusal.params ?? {};
      // Something has changed meanwhile: what is shown must be how it stands now.
      if (refusal.code === "DECISIONS_NEEDED" || appointmentId)
        setAffected((await preview.mutateAsync({ change })).affected);
      setRefused({ refusal, ...(appointmentId && { appointmentId: String(appointmentId) }) });
      setIsSaving(false);
    }
  }

  async function begin() {
    try {
      await look();
    } catch (error) {
      setRefused({ refusal: refusalOf(error) });
    }
  }

  // Once for each change, also where React runs effects twice.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin();
  });

  if (affected && affected.length > 0)
    return (
      <ConsequencesList
        affected={affected}
        refused={refused}
        isSaving={isSaving}
        onSave={send}
        onBack={onBack}
      />
    );
  if (refused)
    return (
      <div className="grid justify-items-start gap-4">
        <RefusalNotice
          refusal={refused.refusal}
          actions={refusalActions?.(refused.refusal)}
          takesFocus
        />
        <Button variant="secondary" onClick={onBack}>
          {t("back")}
        </Button>
      </div>
    );
  return (
    <div role="status" className="grid gap-3">
      <p>{t(isSaving ? "saving" : "looking")}</p>
      <Skeleton className="h-24 w-full" />
    </div>
  );
}
