"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController } from "react-hook-form";
import { useFormField } from "@/components/form/use-form-field";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { trpc } from "@/trpc/client";

/** The pharmacy that somebody works at, by its name. */
export function PharmacyField({ name }: { name: string }) {
  const t = useTranslations("people");
  const hint = t("choosePharmacyHint");
  const { id, error, aria } = useFormField({ name, hint });
  const { field } = useController({ name });
  const [chosen, setChosen] = useState<string>();
  const { people } = trpc.useUtils();
  return (
    <Field id={id} label={t("choosePharmacy")} hint={hint} error={error}>
      <Combobox
        {...aria}
        id={id}
        maxLength={100}
        listLabel={t("pharmaciesFound")}
        suggest={async (text) => {
          const found = await people.findPharmacies.fetch({ text: text.slice(0, 100) });
          return found.map(({ id: value, name: label, place: detail }) => ({
            value,
            label,
            detail,
          }));
        }}
        onChoose={({ value, label }) => {
          field.onChange(value);
          setChosen(label);
        }}
        onType={() => {
          field.onChange("");
          setChosen(undefined);
        }}
      />
      <span role="status" className="text-small text-ink-muted">
        {chosen && t("chosenPharmacy", { name: chosen })}
      </span>
    </Field>
  );
}
