"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormField } from "@/components/form/use-form-field";
import type { Option } from "@/components/ui/select";
import { trpc } from "@/trpc/client";
import { type SecondReviewer, secondReviewerModes, settingsForm } from "../form-schema";
import { CountriesField } from "./countries-field";

type SettingsFormProps = {
  settings: { secondReviewer: SecondReviewer; countries: string[]; revision: number };
  countries: Option[];
};

/** When a decision takes two people. */
export function SettingsForm({ settings, countries }: SettingsFormProps) {
  const t = useTranslations("verification");
  const router = useRouter();
  const [revision, setRevision] = useState(settings.revision);
  const [isSaved, setIsSaved] = useState(false);
  const save = trpc.verification.saveSettings.useMutation();
  return (
    <Form
      schema={settingsForm}
      defaultValues={{ secondReviewer: settings.secondReviewer, countries: settings.countries }}
      onSubmit={async (answers) => {
        setIsSaved(false);
        await save.mutateAsync({ settings: answers, expectedRevision: revision });
        setRevision(revision + 1);
        setIsSaved(true);
        router.refresh();
      }}
    >
      <ModeField />
      <Countries options={countries} />
      <SubmitButton>{t("settingsSave")}</SubmitButton>
      <p role="status" className="font-semibold text-positive empty:hidden">
        {isSaved && t("settingsSaved")}
      </p>
    </Form>
  );
}

function Countries({ options }: { options: Option[] }) {
  const mode: SecondReviewer = useWatch({ name: "secondReviewer" });
  return mode === "countries" ? <CountriesField name="countries" options={options} /> : null;
}

function ModeField() {
  const t = useTranslations("verification");
  const { id, form } = useFormField({ name: "secondReviewer" });
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-semibold">{t("secondReviewer")}</legend>
      {secondReviewerModes.map((mode, index) => (
        <label
          key={mode}
          className="flex min-h-touch cursor-pointer items-center gap-3 rounded-control border border-line-strong bg-surface px-4 py-2 hover:border-accent has-checked:border-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-focus"
        >
          <input
            {...form.register("secondReviewer")}
            id={index === 0 ? id : undefined}
            type="radio"
            value={mode}
            className="size-5 shrink-0 accent-accent"
          />
          <span>{t(`secondReviewers.${mode}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
