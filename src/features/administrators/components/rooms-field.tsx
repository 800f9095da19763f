"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/form/checkbox-field";
import { useFormField } from "@/components/form/use-form-field";
import { FieldError, Hint } from "@/components/ui/field";
import { RadioChip } from "@/components/ui/radio-chip";
import { modules } from "@/lib/rights";

/** All rooms, or some of them. */
export function RoomsField({ areChosen }: { areChosen: boolean }) {
  const t = useTranslations("administrators");
  const hint = t("modulesHint");
  const { id, error, aria, form } = useFormField({ name: "rooms", hint });
  return (
    <div {...aria} role="radiogroup" aria-labelledby={`${id}-label`} className="grid gap-2">
      <span id={`${id}-label`} data-label-for={id} className="font-semibold">
        {t("modules")}
      </span>
      <Hint id={`${id}-hint`}>{hint}</Hint>
      {error && <FieldError id={`${id}-error`}>{t("modulesNone")}</FieldError>}
      <div className="flex flex-wrap gap-2">
        <RadioChip {...form.register("rooms")} id={id} value="all" label={t("modulesAll")} />
        <RadioChip {...form.register("rooms")} value="some" label={t("modulesSome")} />
      </div>
      {areChosen && (
        <div className="grid gap-x-4 sm:grid-cols-2 xl:grid-cols-3">
          {modules.map((module) => (
            <CheckboxField key={module} name={`modules.${module}`} label={t(`module_${module}`)} />
          ))}
        </div>
      )}
    </div>
  );
}
