"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { FieldError, Hint } from "@/components/ui/field";
import { type CommonFieldProps, useFormField } from "./use-form-field";

/** Yes or no. It may always be left as it is, so it never says "optional". */
export function CheckboxField({ name, label, hint, className }: CommonFieldProps) {
  const { id, error, aria, form } = useFormField({ name, hint, isOptional: true });
  return (
    <div className={className}>
      <Checkbox
        {...aria}
        {...form.register(name)}
        id={id}
        label={<span data-label-for={id}>{label}</span>}
      />
      <div className="ps-9">
        {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      </div>
    </div>
  );
}
