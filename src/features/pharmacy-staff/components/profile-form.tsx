"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useFormContext } from "react-hook-form";
import type { z } from "zod";
import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { PhoneField } from "@/components/form/phone-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TagsField } from "@/components/form/tags-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";
import { type ProfileDraft, profileForm } from "../schema";
import { Part } from "./person-fields";

type ProfileFormProps = { revision: number; draft: ProfileDraft };

/** What staff say of their pharmacy. */
export function ProfileForm(props: ProfileFormProps) {
  const t = useTranslations("pharmacyStaff");
  const router = useRouter();
  const save = trpc.pharmacyStaff.saveProfile.useMutation();
  const [revision, setRevision] = useState(props.revision);
  const [isSaved, setIsSaved] = useState(false);
  const [isRefreshing, refresh] = useTransition();

  async function send(answers: z.output<typeof profileForm>): Promise<void> {
    setIsSaved(false);
    const saved = await save.mutateAsync({ expectedRevision: revision, answers });
    setRevision(saved.revision);
    setIsSaved(true);
    refresh(() => router.refresh());
  }

  return (
    <Form
      schema={profileForm}
      defaultValues={props.draft}
      onSubmit={send}
      className="gap-10"
      refusalActions={({ code }) =>
        code === "CHANGED_MEANWHILE" && (
          <Button variant="secondary" onClick={() => window.location.reload()}>
            {t("loadTheirs")}
          </Button>
        )
      }
    >
      <TextAreaField
        name="description"
        label={t("description")}
        maxLength={3000}
        rows={5}
        isOptional
      />
      <Part title={t("contact")}>
        <PhoneField name="phone" label={t("phone")} maxLength={50} autoComplete="off" isOptional />
        <TextField
          name="email"
          label={t("email")}
          hint={t("emailHint")}
          type="email"
          maxLength={255}
          autoComplete="off"
          isOptional
        />
        <TextField
          name="website"
          label={t("website")}
          type="url"
          placeholder="https://"
          maxLength={255}
          autoComplete="off"
          isOptional
        />
      </Part>
      <Part title={t("offers")}>
        <TagsField name="services" label={t("services")} isOptional />
        <CheckboxField name="supportsDelivery" label={t("supportsDelivery")} />
        <Radius />
        <CheckboxField name="acceptsInsurance" label={t("acceptsInsurance")} />
        <TagsField name="insurance" label={t("insurance")} isOptional />
      </Part>
      <div className="grid gap-4">
        <div role="status">
          {isSaved && !isRefreshing && <Notice tone="positive">{t("saved")}</Notice>}
        </div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}

/** Asked only of those that deliver. */
function Radius() {
  const t = useTranslations("pharmacyStaff");
  const isAsked = useFormContext<ProfileDraft>().watch("supportsDelivery");
  if (!isAsked) return null;
  return (
    <TextField
      name="deliveryRadiusKm"
      label={t("deliveryRadiusKm")}
      inputMode="decimal"
      maxLength={8}
      autoComplete="off"
      className="max-w-64"
    />
  );
}
