"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { focusFirstInvalid } from "@/components/form/focus-first-invalid";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { HoursEditor } from "@/features/opening-hours/components/hours-editor";
import { checkHours, type HoursProblem } from "@/features/opening-hours/form-schema";
import type { OpeningHours } from "@/features/opening-hours/schema";
import { trpc } from "@/trpc/client";

type HoursFormProps = { revision: number; hours: OpeningHours | null };

/** The hours of one's own pharmacy. What somebody else has saved meanwhile is not overwritten. */
export function HoursForm(props: HoursFormProps) {
  const t = useTranslations("pharmacyStaff");
  const router = useRouter();
  const [revision, setRevision] = useState(props.revision);
  const [hours, setHours] = useState<OpeningHours>(props.hours ?? { rules: [] });
  const [problems, setProblems] = useState<readonly HoursProblem[]>([]);
  const [isRefreshing, refresh] = useTransition();
  const save = trpc.pharmacyStaff.saveHours.useMutation({
    onSuccess: (saved) => {
      setRevision(saved.revision);
      refresh(() => router.refresh());
    },
  });
  const refusal = save.error && refusalOf(save.error);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (save.isPending) return;
    const found = checkHours(hours);
    focusFirstInvalid(event.currentTarget, () => setProblems(found));
    if (found.length === 0) save.mutate({ expectedRevision: revision, hours });
  }

  return (
    <form noValidate method="post" onSubmit={send} className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <HoursEditor
        value={props.hours}
        onChange={(changed) => {
          setHours(changed);
          // What was wrong is marked until it is put right; nothing new before it is sent.
          if (problems.length > 0) setProblems(checkHours(changed));
          if (save.isSuccess) save.reset();
        }}
        problems={problems}
      />
      <div className="grid gap-4">
        <div role="status">
          {save.isSuccess && !isRefreshing && <Notice tone="positive">{t("hoursSaved")}</Notice>}
        </div>
        {problems.length > 0 && (
          <Notice tone="critical" isLive>
            {t("hoursProblems", { count: problems.length })}
          </Notice>
        )}
        {refusal?.code === "CHANGED_MEANWHILE" ? (
          <Notice
            tone="caution"
            isLive
            actions={
              // A page of its own: what was typed here gives way to what is saved.
              <Button variant="secondary" onClick={() => window.location.reload()}>
                {t("loadTheirs")}
              </Button>
            }
          >
            {t("changedMeanwhile")}
          </Notice>
        ) : (
          refusal && <RefusalNotice refusal={refusal} />
        )}
        <div className="grid sm:justify-items-start">
          <Button type="submit" size="lg" isPending={save.isPending}>
            {t("saveHours")}
          </Button>
        </div>
      </div>
    </form>
  );
}
