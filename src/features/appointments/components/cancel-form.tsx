"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { ButtonLink } from "@/components/ui/button-link";
import { trpc } from "@/trpc/client";
import { cancelForm } from "../form-schema";

export function CancelForm({ appointmentId }: { appointmentId: string }) {
  const t = useTranslations("appointments");
  const router = useRouter();
  const cancel = trpc.appointments.cancel.useMutation();
  const path = `/appointments/${appointmentId}`;
  return (
    <Form
      schema={cancelForm}
      defaultValues={{ reason: "" }}
      onSubmit={async ({ reason }) => {
        await cancel.mutateAsync({ appointmentId, reason });
        router.replace(`${path}?done=cancelled`);
        // What Back would show, and the count of messages, are from before.
        router.refresh();
      }}
    >
      <TextAreaField
        name="reason"
        label={t("cancelReason")}
        hint={t("cancelReasonHint")}
        maxLength={500}
        rows={2}
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="critical">{t("confirmCancel")}</SubmitButton>
        <ButtonLink href={path} variant="quiet" size="lg">
          {t("keepIt")}
        </ButtonLink>
      </div>
    </Form>
  );
}
