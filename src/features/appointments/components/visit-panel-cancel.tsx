"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { trpc } from "@/trpc/client";
import { cancelForm } from "../form-schema";

type CancelVisitProps = {
  appointmentId: string;
  expectedRevision: number;
  onDone: () => void;
};

export function CancelVisit({ onDone, ...seen }: CancelVisitProps) {
  const t = useTranslations("agenda");
  const common = useTranslations("common");
  const [isOpen, setIsOpen] = useState(false);
  const cancel = trpc.agenda.cancel.useMutation();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      title={t("cancelTitle")}
      description={t("cancelHint")}
      closeLabel={common("close")}
      trigger={<Button variant="quiet">{t("step_cancel")}</Button>}
    >
      <Form
        schema={cancelForm}
        defaultValues={{ reason: "" }}
        onSubmit={async ({ reason }) => {
          await cancel.mutateAsync({ ...seen, reason });
          setIsOpen(false);
          onDone();
        }}
      >
        <TextAreaField
          name="reason"
          label={t("cancelReason")}
          rows={2}
          maxLength={500}
          autoComplete="off"
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="critical">{t("cancelIt")}</SubmitButton>
          <Button variant="quiet" size="lg" onClick={() => setIsOpen(false)}>
            {t("keepIt")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
