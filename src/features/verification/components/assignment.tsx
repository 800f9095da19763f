"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Refusal } from "@/lib/refusal";
import type { Subject } from "../decision-store";
import type { Reviewer } from "../reviewer-store";
import { useDecisions } from "./use-decisions";

type AssignmentProps = {
  subject: Subject;
  assigneeId: string | null;
  reviewers: readonly Reviewer[];
  ownId: string;
};

/** Whose case it is: taken, released, or given to somebody else. */
export function Assignment({ subject, assigneeId, reviewers, ownId }: AssignmentProps) {
  const t = useTranslations("verification");
  const router = useRouter();
  const { assign } = useDecisions(subject);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isPending, setIsPending] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const isMine = assigneeId === ownId;

  async function give(to: string | null) {
    setIsPending(true);
    setIsSaved(false);
    setRefusal(undefined);
    try {
      await assign(assigneeId, to);
      setIsSaved(true);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setIsPending(false);
    router.refresh();
  }

  const options = reviewers.map(({ id, name }) => ({
    value: id,
    label: id === ownId ? t("you", { name }) : name,
  }));
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field id="assignee" label={t("assignTo")} className="min-w-56 flex-1 sm:max-w-80">
          <Select
            id="assignee"
            value={assigneeId ?? ""}
            disabled={isPending}
            placeholder={t("nobody")}
            options={options}
            onChange={(event) => void give(event.target.value || null)}
          />
        </Field>
        <Button
          variant="secondary"
          isPending={isPending}
          onClick={() => void give(isMine ? null : ownId)}
        >
          {t(isMine ? "release" : "takeIt")}
        </Button>
      </div>
      <p role="status" className="text-small font-semibold text-positive empty:hidden">
        {isSaved && t("assignSaved")}
      </p>
      {refusal && <RefusalNotice refusal={refusal} />}
    </div>
  );
}
