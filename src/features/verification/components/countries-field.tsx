"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useWatch } from "react-hook-form";
import { useFormField } from "@/components/form/use-form-field";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { type Option, Select } from "@/components/ui/select";

/** Some countries: chosen one after the other, each taken off again by itself. */
export function CountriesField({ name, options }: { name: string; options: Option[] }) {
  const t = useTranslations("verification");
  const { id, error, aria, form } = useFormField({ name, hint: t("countriesHint") });
  const select = useRef<HTMLDivElement>(null);
  const chosen: string[] = useWatch({ name });
  const set = (codes: string[]) =>
    form.setValue(name, codes, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  return (
    <div ref={select} className="grid gap-3">
      <Field id={id} label={t("countries")} hint={t("countriesHint")} error={error}>
        <Select
          {...aria}
          id={id}
          value=""
          placeholder={t("addCountry")}
          options={options.filter(({ value }) => !chosen.includes(value))}
          onChange={(event) => event.target.value && set([...chosen, event.target.value])}
        />
      </Field>
      <ul className="flex flex-wrap gap-2 empty:hidden">
        {options
          .filter(({ value }) => chosen.includes(value))
          .map(({ value, label }) => (
            <li
              key={value}
              className="inline-flex items-center rounded-pill border border-line-strong bg-surface ps-4"
            >
              {label}
              <IconButton
                icon={X}
                label={t("removeCountry", { name: label })}
                onClick={() => {
                  set(chosen.filter((code) => code !== value));
                  // The button that was pressed goes away.
                  select.current?.querySelector("select")?.focus();
                }}
              />
            </li>
          ))}
      </ul>
    </div>
  );
}
