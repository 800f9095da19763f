"use client";

import { FieldError, Hint } from "@/components/ui/field";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";
import { type CommonFieldProps, useFormField } from "./use-form-field";

type RadioFieldProps = CommonFieldProps & { options: RadioOption[] };

export function RadioField(props: RadioFieldProps) {
  const { name, label, hint, className, options } = props;
  const { id, error, note, aria, form } = useFormField(props);
  const { "aria-required": _, ...described } = aria;
  return (
    <div id={id} tabIndex={-1} className={className}>
      <RadioGroup
        {...described}
        {...form.register(name)}
        legend={
          <>
            <span data-label-for={id}>{label}</span>
            {note && <span className="font-normal text-ink-muted"> {note}</span>}
          </>
        }
        options={options}
      >
        {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      </RadioGroup>
    </div>
  );
}
