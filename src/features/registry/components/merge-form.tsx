"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/client";
import type { MergedFact } from "../schema-names";
import { Radio } from "./radio";

export type MergeChoice = { fact: MergedFact; label: string; goes: string; stays: string };
type MergeFormProps = {
  goes: { id: string; revision: number; name: string };
  stays: { id: string; revision: number; name: string };
  choices: MergeChoice[];
};

/** Which facts stay, of those that differ; then the merge. */
export function MergeForm({ goes, stays, choices }: MergeFormProps) {
  const t = useTranslations("registry");
  const router = useRouter();
  const [taken, setTaken] = useState<ReadonlySet<MergedFact>>(
    new Set(choices.filter((choice) => choice.stays === "").map(({ fact }) => fact)),
  );
  const merge = trpc.registry.mergeClinics.useMutation({
    onSuccess: () => router.push(`/admin/clinics/${stays.id}?done=merged`),
  });

  function choose(fact: MergedFact, isTaken: boolean) {
    const others = [...taken].filter((other) => other !== fact);
    setTaken(new Set(isTaken ? [...others, fact] : others));
  }

  return (
    <div className="grid gap-6">
      {choices.map(({ fact, label, ...values }) => (
        <fieldset key={fact} className="grid gap-2">
          <legend className="mb-1 font-semibold">{label}</legend>
          {values.goes === values.stays ? (
            <p className="text-ink-muted">{t("sameFact")}</p>
          ) : (
            <div className="grid gap-3 sm:grid-cols-2">
              {(["stays", "goes"] as const).map((side) => (
                <Radio
                  key={side}
                  name={fact}
                  label={values[side] || t("empty")}
                  note={side === "stays" ? stays.name : goes.name}
                  checked={taken.has(fact) === (side === "goes")}
                  onChange={() => choose(fact, side === "goes")}
                />
              ))}
            </div>
          )}
        </fieldset>
      ))}
      {merge.error && <RefusalNotice refusal={refusalOf(merge.error)} />}
      <div>
        <Button
          size="lg"
          variant="critical"
          isPending={merge.isPending}
          onClick={() =>
            merge.mutate({
              goesId: goes.id,
              staysId: stays.id,
              goesRevision: goes.revision,
              staysRevision: stays.revision,
              take: [...taken],
            })
          }
        >
          {t("mergeDo")}
        </Button>
      </div>
    </div>
  );
}
