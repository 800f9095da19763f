"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { DefaultValues } from "react-hook-form";
import type { z } from "zod";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";
import type { Save } from "../schema";

type Values = Record<string, unknown>;
type SectionFormProps<Output extends Values, Input extends Values> = {
  schema: z.ZodType<Output, Input>;
  values: DefaultValues<Input>;
  /** Says which section the answers are, for the one command that saves them all. */
  toSave: (values: Output) => Save;
  children: ReactNode;
};

/** One section of the application, saved by itself; what is still missing follows at once. */
export function SectionForm<Output extends Values, Input extends Values>(
  props: SectionFormProps<Output, Input>,
) {
  const t = useTranslations("application");
  const router = useRouter();
  const save = trpc.applications.save.useMutation();
  const [saved, setSaved] = useState<"saved" | "takenBack" | null>(null);

  async function send(values: Output): Promise<void> {
    setSaved(null);
    const { isTakenBack } = await save.mutateAsync(props.toSave(values));
    setSaved(isTakenBack ? "takenBack" : "saved");
    router.refresh();
  }

  return (
    <Form schema={props.schema} defaultValues={props.values} onSubmit={send}>
      {props.children}
      <div className="grid justify-items-start gap-3">
        <SubmitButton size="md">{t("save")}</SubmitButton>
        {saved && (
          <Notice tone={saved === "saved" ? "positive" : "caution"} isLive>
            {t(saved)}
          </Notice>
        )}
      </div>
    </Form>
  );
}
