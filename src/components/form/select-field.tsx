"use client";

import { Field } from "@/components/ui/field";
import { type Option, Select } from "@/components/ui/select";
import { type CommonFieldProps, useFormField } from "./use-form-field";

type SelectFieldProps = CommonFieldProps & {
  options: Option[];
  /** The empty choice; "" is sent for it. */
  placeholder?: string;
  autoComplete?: string;
};

export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, className, options, autoComplete } = props;
  const { id, error, note, aria, form, t } = useFormField(props);
  return (
    <Field id={id} label={label} note={note} hint={hint} error={error} className={className}>
      <Select
        {...aria}
        {...form.register(name)}
        id={id}
        options={options}
        placeholder={props.placeholder ?? t("choose")}
        autoComplete={autoComplete}
      />
    </Field>
  );
}
