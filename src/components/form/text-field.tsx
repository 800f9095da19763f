"use client";

import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type CommonFieldProps, useFormField } from "./use-form-field";

export type TextFieldProps = CommonFieldProps &
  Omit<ComponentProps<"input">, keyof CommonFieldProps | "id" | "defaultValue">;

/** One line of text; `type` and `autoComplete` let the phone help (email, name, new-password). */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, isOptional, className, ...input } = props;
  const { id, error, note, aria, form } = useFormField(props);
  return (
    <Field id={id} label={label} note={note} hint={hint} error={error} className={className}>
      <Input {...input} {...aria} {...form.register(name)} id={id} />
    </Field>
  );
}
