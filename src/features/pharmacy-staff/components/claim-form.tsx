"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { staffPositions } from "@/lib/staff-rights";
import { trpc } from "@/trpc/client";
import { type ClaimDraft, claimForm } from "../schema";
import { Part, PersonFields } from "./person-fields";
import { reload } from "./reload";

type ClaimFormProps = { pharmacyId: string; person: ClaimDraft["person"] };

/** Asks for a place at a pharmacy that is here already. */
export function ClaimForm({ pharmacyId, person }: ClaimFormProps) {
  const t = useTranslations("pharmacyStaff");
  const claim = trpc.pharmacyStaff.claim.useMutation();
  return (
    <Form
      schema={claimForm}
      defaultValues={{ person, licenseNumber: "", words: "" }}
      onSubmit={async (answers) => {
        await claim.mutateAsync({ pharmacyId, answers });
        return reload("/pharmacy/join");
      }}
      className="gap-10"
    >
      <Part title={t("you")}>
        <PersonFields />
        <SelectField
          name="role"
          label={t("role")}
          options={staffPositions.map((value) => ({ value, label: t(`positions.${value}`) }))}
        />
        <TextField
          name="licenseNumber"
          label={t("licenceYours")}
          hint={t("licenceYoursHint")}
          maxLength={100}
          autoComplete="off"
          isOptional
        />
        <TextAreaField
          name="words"
          label={t("words")}
          hint={t("wordsHint")}
          maxLength={1000}
          rows={4}
          isOptional
        />
      </Part>
      <SubmitButton>{t("send")}</SubmitButton>
    </Form>
  );
}
