"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { accessLevels, type Grants } from "@/lib/rights";
import { trpc } from "@/trpc/client";
import { answersOf, grantForm, grantsOf, longestFact, longestReason } from "../form-schema";
import { GrantedRights } from "./granted-rights";

type GrantsFormProps = {
  userId: string;
  revision: number;
  department: string;
  jobTitle: string;
  now: Grants | null;
  /** Of the one who gives: nobody gives more. */
  own: Grants;
};

/** Level, rights and rooms of an administrator; what they then may do is shown while it is chosen. */
export function GrantsForm({ userId, revision, now, own, ...facts }: GrantsFormProps) {
  const t = useTranslations("administrators");
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const grant = trpc.administrators.grant.useMutation();
  const levels = accessLevels.slice(0, accessLevels.indexOf(own.accessLevel) + 1);
  return (
    <Form
      // What was saved is the new beginning.
      key={revision}
      schema={grantForm}
      defaultValues={{ ...answersOf(now), ...facts, reason: "" }}
      className="max-w-none"
      onSubmit={async ({ department, jobTitle, reason, ...answers }) => {
        setIsSaved(false);
        const grants = grantsOf(answers);
        if (!grants) return;
        await grant.mutateAsync({
          userId,
          expectedRevision: revision,
          grants: {
            ...grants,
            permissions: {
              grant: [...grants.permissions.grant],
              deny: [...grants.permissions.deny],
            },
            allowedModules: grants.allowedModules && [...grants.allowedModules],
          },
          department,
          jobTitle,
          reason,
        });
        setIsSaved(true);
        router.refresh();
      }}
      refusalActions={({ code }) =>
        code === "CHANGED_MEANWHILE" && (
          <Button variant="secondary" onClick={() => router.refresh()}>
            {t("reload")}
          </Button>
        )
      }
    >
      <div className="grid max-w-form gap-6">
        <SelectField
          name="accessLevel"
          label={t("level")}
          hint={t("levelHint")}
          options={levels.map((level) => ({ value: level, label: t(`level_${level}`) }))}
        />
      </div>
      <GrantedRights now={now} own={own} />
      <div className="grid max-w-form gap-6">
        <TextField
          name="department"
          label={t("department")}
          maxLength={longestFact}
          autoComplete="off"
          isOptional
        />
        <TextField
          name="jobTitle"
          label={t("jobTitle")}
          maxLength={longestFact}
          autoComplete="off"
          isOptional
        />
        <TextAreaField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          maxLength={longestReason}
          rows={2}
          autoComplete="off"
        />
      </div>
      <SubmitButton>{t("save")}</SubmitButton>
      <div role="status">{isSaved && <Notice tone="positive">{t("saved")}</Notice>}</div>
    </Form>
  );
}
