"use client";

import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError, Hint } from "@/components/ui/field";
import { type CommonFieldProps, useFormField } from "./use-form-field";

type CheckboxFieldProps = Omit<CommonFieldProps, "label" | "isOptional"> & { label: ReactNode };

export function CheckboxField(props: CheckboxFieldProps) {
  const { name, label, hint, className } = props;
  const { id, error, aria, form } = useFormField({ ...props, isOptional: true });
  return (
    <div className={className}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <Checkbox
        {...aria}
        {...form.register(name)}
        id={id}
        label={<span data-label-for={id}>{label}</span>}
      />
      {hint && (
        <div className="ps-8.5">
          <Hint id={`${id}-hint`}>{hint}</Hint>
        </div>
      )}
    </div>
  );
}
