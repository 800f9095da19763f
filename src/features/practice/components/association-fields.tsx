"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxField } from "@/components/form/checkbox-field";
import { TextField } from "@/components/form/text-field";

type AssociationFieldsProps = {
  currency: string;
  /** The doctor's usual fee in words, where there is one. */
  usualFee: string | null;
  children?: ReactNode;
};

/** What one says on joining a clinic and may change later. */
export function AssociationFields({ currency, usualFee, children }: AssociationFieldsProps) {
  const t = useTranslations("practice");
  return (
    <>
      <TextField
        name="fee"
        label={t("fee", { currency })}
        hint={usualFee ? t("feeHintUsual", { amount: usualFee }) : t("feeHint")}
        inputMode="decimal"
        isOptional
        className="max-w-64"
      />
      {children}
      <TextField name="department" label={t("department")} maxLength={100} isOptional />
      <TextField
        name="designation"
        label={t("designation")}
        hint={t("designationHint")}
        maxLength={100}
        isOptional
      />
      <CheckboxField name="isPrimary" label={t("isPrimary")} hint={t("isPrimaryHint")} />
    </>
  );
}
