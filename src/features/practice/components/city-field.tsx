"use client";

import { useTranslations } from "next-intl";
import { useFormField } from "@/components/form/use-form-field";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { trpc } from "@/trpc/client";

/** A town of the gazetteer; `onPlace` is told each text that may be one. */
export function CityField({ onPlace }: { onPlace: (city: string) => void }) {
  const t = useTranslations("practice");
  const hint = t("cityHint");
  const { id, error, aria, form } = useFormField({ name: "city", hint });
  const utils = trpc.useUtils();

  function say(city: string) {
    form.setValue("city", city, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  }

  return (
    <Field id={id} label={t("city")} hint={hint} error={error}>
      <Combobox
        {...aria}
        id={id}
        maxLength={200}
        listLabel={t("cityList")}
        defaultValue={form.getValues("city")}
        suggest={async (text) => {
          if (text.trim().length < 2) return [];
          const places = await utils.places.suggest.fetch({ text: text.slice(0, 100) });
          return places.map(({ label }) => ({ value: label, label }));
        }}
        onType={say}
        onChoose={({ label }) => {
          say(label);
          onPlace(label);
        }}
        // The text box of a combobox has no other moment at which it is done.
        onBlurCapture={(event) => onPlace(event.currentTarget.value)}
      />
    </Field>
  );
}
