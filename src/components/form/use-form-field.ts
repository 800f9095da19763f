"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { describedBy } from "@/components/ui/field";
import { sentence } from "./error-map";
import { useFieldId } from "./form-id";

export type CommonFieldProps = {
  /** The path of the value in the schema: "email", "contact.phone". */
  name: string;
  label: string;
  hint?: string;
  isOptional?: boolean;
  className?: string;
};

/** What every field needs: its id, its error in words, and what to say about both. */
export function useFormField({ name, hint, isOptional }: Omit<CommonFieldProps, "label">) {
  const t = useTranslations("form");
  const form = useFormContext();
  const id = useFieldId(name);
  const message = form.getFieldState(name, form.formState).error?.message;
  const error = message ? sentence(t, message) : undefined;
  return {
    t,
    id,
    error,
    form,
    note: isOptional ? t("optional") : undefined,
    aria: { ...describedBy(id, { hint, error }), "aria-required": isOptional ? undefined : true },
  };
}
