"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { Dialog } from "@/components/ui/dialog";
import { longestWords, statusForm } from "../form-schema";

type WordsDialogProps = {
  title: string;
  description: ReactNode;
  label: string;
  hint?: string;
  confirm: string;
  isCritical?: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onSay: (reason: string) => Promise<void>;
};

/** Asks why before something is done that others feel. */
export function WordsDialog(props: WordsDialogProps) {
  const t = useTranslations("registry");
  return (
    <Dialog
      title={props.title}
      description={props.description}
      closeLabel={t("cancel")}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      <Form
        schema={statusForm}
        defaultValues={{ reason: "" }}
        onSubmit={({ reason }) => props.onSay(reason)}
      >
        <TextAreaField
          name="reason"
          label={props.label}
          {...(props.hint ? { hint: props.hint } : {})}
          maxLength={longestWords}
          rows={3}
          autoComplete="off"
        />
        <SubmitButton variant={props.isCritical ? "critical" : "primary"}>
          {props.confirm}
        </SubmitButton>
      </Form>
    </Dialog>
  );
}
