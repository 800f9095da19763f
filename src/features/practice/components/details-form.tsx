"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";
import { type DetailsAnswers, detailsForm } from "../association-schema";
import { AssociationFields } from "./association-fields";

type DetailsFormProps = {
  associationId: string;
  revision: number;
  saved: DetailsAnswers;
  currency: string;
  usualFee: string | null;
};

/** What holds at one clinic. A save elsewhere meanwhile is said, and nothing of it overwritten. */
export function DetailsForm(props: DetailsFormProps) {
  const t = useTranslations("practice");
  const router = useRouter();
  const update = trpc.practice.updateAssociation.useMutation();
  const [isSaved, setIsSaved] = useState(false);
  const { associationId, revision, saved } = props;

  async function save(answers: DetailsAnswers): Promise<void> {
    setIsSaved(false);
    await update.mutateAsync({ associationId, expectedRevision: revision, answers });
    setIsSaved(true);
    router.refresh();
  }

  return (
    <Form
      schema={detailsForm}
      defaultValues={{ ...saved, fee: saved.fee === null ? "" : String(saved.fee) }}
      onSubmit={save}
      refusalActions={({ code }) =>
        code === "CHANGED_MEANWHILE" && (
          // A document of its own, so that every box begins with what is saved.
          <Button variant="secondary" onClick={() => window.location.reload()}>
            {t("reload")}
          </Button>
        )
      }
    >
      <AssociationFields currency={props.currency} usualFee={props.usualFee} />
      <CheckboxField
        name="isBookingEnabled"
        label={t("isBookingEnabled")}
        hint={t("isBookingEnabledHint")}
      />
      <DateField name="startDate" label={t("startDate")} />
      <div className="grid justify-items-start gap-3">
        <SubmitButton size="md">{t("save")}</SubmitButton>
        {isSaved && (
          <Notice tone="positive" isLive>
            {t("saved")}
          </Notice>
        )}
      </div>
    </Form>
  );
}
