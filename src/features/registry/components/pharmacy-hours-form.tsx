"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { focusFirstInvalid } from "@/components/form/focus-first-invalid";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { HoursEditor } from "@/features/opening-hours/components/hours-editor";
import { checkHours, type HoursProblem } from "@/features/opening-hours/form-schema";
import type { OpeningHours } from "@/features/opening-hours/schema";
import { trpc } from "@/trpc/client";

type PharmacyHoursFormProps = { pharmacyId: string; revision: number; hours: OpeningHours | null };

/** A pharmacy's hours as an administrator corrects them. What others save meanwhile is not overwritten. */
export function PharmacyHoursForm({ pharmacyId, revision, ...saved }: PharmacyHoursFormProps) {
  const t = useTranslations("registry");
  const router = useRouter();
  const [hours, setHours] = useState<OpeningHours>(saved.hours ?? { rules: [] });
  const [problems, setProblems] = useState<readonly HoursProblem[]>([]);
  const save = trpc.registry.savePharmacyHours.useMutation({
    onSuccess: () => {
      router.push(`/admin/pharmacies/${pharmacyId}?done=hours`);
      router.refresh();
    },
  });

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (save.isPending) return;
    const found = checkHours(hours);
    focusFirstInvalid(event.currentTarget, () => setProblems(found));
    if (found.length === 0) save.mutate({ pharmacyId, expectedRevision: revision, hours });
  }

  return (
    <form noValidate method="post" onSubmit={send} className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <HoursEditor
        value={saved.hours}
        onChange={(changed) => {
          setHours(changed);
          if (problems.length > 0) setProblems(checkHours(changed));
        }}
        problems={problems}
      />
      <div className="grid gap-4">
        {problems.length > 0 && (
          <Notice tone="critical" isLive>
            {t("hoursProblems", { count: problems.length })}
          </Notice>
        )}
        {save.error && <RefusalNotice refusal={refusalOf(save.error)} />}
        <div className="grid sm:justify-items-start">
          <Button type="submit" size="lg" isPending={save.isPending}>
            {t("saveHours")}
          </Button>
        </div>
      </div>
    </form>
  );
}
