"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useFormField } from "@/components/form/use-form-field";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { formatDay } from "@/lib/time/format";
import { trpc } from "@/trpc/client";

/** Who came: a name to write, with the patients one knows as suggestions. */
export function WalkInName() {
  const t = useTranslations("agenda");
  const utils = trpc.useUtils();
  const { id, error, aria } = useFormField({ name: "name", hint: t("patientNameHint") });
  const form = useFormContext<{ name: string; patientId: string }>();
  const [patientId, name] = form.watch(["patientId", "name"]);

  async function suggest(text: string, signal: AbortSignal) {
    if (text.trim().length < 2) return [];
    const found = await utils.client.agenda.findPatients.mutate({ text }, { signal });
    return found.map(({ id: value, name: label, phone, lastVisit }) => {
      const date = lastVisit && formatDay(Date.parse(lastVisit.startsAt), lastVisit.timezone);
      const seen = date && t("lastSeen", { date });
      return { value, label, detail: [phone, seen].filter(Boolean).join(" · ") };
    });
  }

  if (patientId)
    return (
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-semibold wrap-anywhere" role="status">
          {t("knownPatient", { name })}
        </p>
        <Button
          variant="secondary"
          onClick={() => {
            form.setValue("patientId", "");
            form.setValue("name", "");
          }}
        >
          {t("newPatient")}
        </Button>
      </div>
    );
  return (
    <Field id={id} label={t("patientName")} hint={t("patientNameHint")} error={error}>
      <Combobox
        {...aria}
        id={id}
        maxLength={255}
        suggest={suggest}
        listLabel={t("knownPatients")}
        onType={(text) => form.setValue("name", text, { shouldValidate: Boolean(error) })}
        onChoose={({ value, label }) => {
          form.setValue("name", label);
          form.setValue("patientId", value, { shouldValidate: Boolean(error) });
        }}
      />
    </Field>
  );
}
