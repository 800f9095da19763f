"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PhoneField } from "@/components/form/phone-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";

/** A part of a long form under its own heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-6">
      <legend className="mb-4 text-h2">{title}</legend>
      {children}
    </fieldset>
  );
}

/** What clinics and pharmacies are called, at which address they stand here, and how they are reached. */
export function FactFields({ slugHint }: { slugHint: string }) {
  const t = useTranslations("registry");
  return (
    <>
      <Part title={t("facts")}>
        <TextField name="name" label={t("name")} maxLength={255} autoComplete="off" />
        <TextField
          name="slug"
          label={t("slug")}
          hint={slugHint}
          maxLength={255}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextAreaField
          name="description"
          label={t("description")}
          maxLength={3000}
          rows={4}
          isOptional
        />
      </Part>
      <Part title={t("contact")}>
        <PhoneField name="phone" label={t("phone")} maxLength={50} autoComplete="off" isOptional />
        <TextField
          name="email"
          label={t("email")}
          hint={t("emailHint")}
          type="email"
          maxLength={255}
          autoComplete="off"
          isOptional
        />
        <TextField
          name="website"
          label={t("website")}
          type="url"
          placeholder="https://"
          maxLength={255}
          autoComplete="off"
          isOptional
        />
      </Part>
    </>
  );
}
