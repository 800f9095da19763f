"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { trpc } from "@/trpc/client";
import { longestReason, reasonForm } from "../form-schema";
import type { Choice, ListedAppointment } from "./unserved-groups";

type DecideDialogProps = {
  choice: Choice;
  appointments: ListedAppointment[];
  onClose: () => void;
  onDone: () => void;
  /** Where somebody was faster. */
  onReload: () => void;
};

/** Asks for the reason, and decides about all that is ticked or about nothing. */
export function DecideDialog(props: DecideDialogProps) {
  const { choice, appointments, onClose, onDone, onReload } = props;
  const t = useTranslations("licences");
  const decide = trpc.licences.decide.useMutation();
  const count = appointments.length;
  const isCancelling = choice === "cancel";
  return (
    <Dialog
      title={t(isCancelling ? "cancelTitle" : "keepTitle", { count })}
      description={t(isCancelling ? "cancelBody" : "keepBody")}
      closeLabel={t("close")}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Form
        schema={reasonForm}
        defaultValues={{ reason: "" }}
        refusalActions={({ code }) =>
          (code === "ALREADY_DECIDED" || code === "APPOINTMENT_CHANGED") && (
            <Button variant="secondary" onClick={onReload}>
              {t("reload")}
            </Button>
          )
        }
        onSubmit={async ({ reason }) => {
          await decide.mutateAsync({
            choice,
            reason,
            appointments: appointments.map(({ id, cause, revision }) => ({
              appointmentId: id,
              cause,
              revision,
            })),
          });
          onDone();
        }}
      >
        <TextAreaField
          name="reason"
          label={t("reason")}
          hint={t(isCancelling ? "cancelReasonHint" : "keepReasonHint")}
          maxLength={longestReason}
          rows={3}
          autoComplete="off"
        />
        <SubmitButton variant={isCancelling ? "critical" : "primary"}>
          {t(isCancelling ? "cancelDo" : "keepDo", { count })}
        </SubmitButton>
      </Form>
    </Dialog>
  );
}
