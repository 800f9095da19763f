"use client";

import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { type CommonFieldProps, useFormField } from "./use-form-field";

type TextAreaFieldProps = CommonFieldProps &
  Omit<ComponentProps<"textarea">, keyof CommonFieldProps | "id" | "defaultValue">;

export function TextAreaField(props: TextAreaFieldProps) {
  const { name, label, hint, isOptional, className, ...textarea } = props;
  const { id, error, note, aria, form } = useFormField(props);
  return (
    <Field id={id} label={label} note={note} hint={hint} error={error} className={className}>
      <Textarea {...textarea} {...aria} {...form.register(name)} id={id} />
    </Field>
  );
}
