"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PhoneField } from "@/components/form/phone-field";
import { TextField } from "@/components/form/text-field";

/** A part of a long form under its own heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <legend className="mb-4 text-h2">{title}</legend>
      {children}
    </fieldset>
  );
}

/** Who somebody is; a new account has not said so yet. */
export function PersonFields() {
  const t = useTranslations("pharmacyStaff");
  return (
    <>
      <TextField name="person.givenName" label={t("givenName")} autoComplete="given-name" />
      <TextField name="person.familyName" label={t("familyName")} autoComplete="family-name" />
      <PhoneField
        name="person.phone"
        label={t("phoneYours")}
        hint={t("phoneYoursHint")}
        autoComplete="tel"
        isOptional
      />
    </>
  );
}
