"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useWatch } from "react-hook-form";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { ExceptionAnswers } from "../change-form";

/** Hours of the days, where the days have any. */
export function TimeOffWindows() {
  const t = useTranslations("changes");
  const kind = useWatch<ExceptionAnswers>({ name: "exception" });
  const { fields, append, remove } = useFieldArray<ExceptionAnswers>({ name: "windows" });
  if (kind === "time_off") return null;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{t("windows")}</legend>
      {fields.map(({ id }, index) => (
        <div key={id} className="flex items-end gap-2">
          <TextField
            name={`windows.${index}.from`}
            type="time"
            label={t("windowFrom", { number: index + 1 })}
            className="flex-1"
          />
          <TextField name={`windows.${index}.to`} type="time" label={t("to")} className="flex-1" />
          {fields.length > 1 && (
            <IconButton
              icon={X}
              label={t("removeWindow", { number: index + 1 })}
              onClick={() => remove(index)}
            />
          )}
        </div>
      ))}
      <Button
        variant="secondary"
        className="justify-self-start"
        onClick={() => append({ from: "14:00", to: "17:00" })}
      >
        <Plus aria-hidden className="size-5" />
        {t("addWindow")}
      </Button>
    </fieldset>
  );
}
