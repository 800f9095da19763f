"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { DefaultValues } from "react-hook-form";
import type { z } from "zod";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";
import type { ProfileUpdate } from "../schema";

type SectionFormProps<
  Output extends Record<string, unknown>,
  Input extends Record<string, unknown>,
> = {
  schema: z.ZodType<Output, Input>;
  values: DefaultValues<Input>;
  /** Says which section the answers are, for the one command that saves them all. */
  toUpdate: (values: Output) => ProfileUpdate;
  children: ReactNode;
};

/** One section of the account, saved by itself. */
export function SectionForm<
  Output extends Record<string, unknown>,
  Input extends Record<string, unknown>,
>(props: SectionFormProps<Output, Input>) {
  const t = useTranslations("accounts");
  const update = trpc.accounts.updateProfile.useMutation();
  const [savedCount, setSavedCount] = useState(0);

  async function save(values: Output): Promise<void> {
    setSavedCount(0);
    await update.mutateAsync(props.toUpdate(values));
    setSavedCount((count) => count + 1);
  }

  return (
    <Form schema={props.schema} defaultValues={props.values} onSubmit={save}>
      {props.children}
      <div className="grid justify-items-start gap-3">
        <SubmitButton size="md">{t("save")}</SubmitButton>
        {savedCount > 0 && (
          <Notice tone="positive" isLive>
            {t("saved")}
          </Notice>
        )}
      </div>
    </Form>
  );
}
