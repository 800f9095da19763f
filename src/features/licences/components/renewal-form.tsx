"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { useFormContext } from "react-hook-form";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { shiftDate } from "@/lib/time/wall";
import { trpc } from "@/trpc/client";
import { renewalForm } from "../form-schema";

type RenewalFormProps = {
  /** Newest first. */
  documents: { id: string; name: string }[];
  /** The present last day and today, "YYYY-MM-DD": the new one is later than both. */
  expiresOn: string | null;
  today: string;
  /** How a document is added. */
  children: ReactNode;
};

/** Hands in a renewal: the document, and until when it holds. */
export function RenewalForm({ documents, expiresOn, today, children }: RenewalFormProps) {
  const t = useTranslations("licences");
  const router = useRouter();
  const handIn = trpc.licences.handIn.useMutation();
  const newest = documents[0]?.id ?? "";
  const latest = expiresOn && expiresOn > today ? expiresOn : today;
  return (
    <Form
      schema={renewalForm}
      defaultValues={{ documentId: newest, expiresOn: "" }}
      onSubmit={async (renewal) => {
        await handIn.mutateAsync(renewal);
        router.refresh();
      }}
    >
      <Newest documentId={newest} />
      {children}
      <SelectField
        name="documentId"
        label={t("renewDocument")}
        hint={t("renewDocumentHint")}
        placeholder={documents.length === 0 ? t("renewNoDocument") : undefined}
        options={documents.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField
        name="expiresOn"
        label={t("renewUntil")}
        min={shiftDate(latest, 1)}
        max="2099-12-31"
      />
      <SubmitButton>{t("renewDo")}</SubmitButton>
    </Form>
  );
}

/** What was just added is what is meant. */
function Newest({ documentId }: { documentId: string }) {
  const { setValue } = useFormContext();
  useEffect(() => {
    if (documentId) setValue("documentId", documentId);
  }, [documentId, setValue]);
  return null;
}
