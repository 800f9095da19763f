"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { trpc } from "@/trpc/client";
import { longestReason, reasonForm } from "../form-schema";

type SuspensionButtonProps = { doctorId: string; revision: number; isSuspended: boolean };

/** Suspends a doctor with a reason, or ends it. One button, so that the keyboard stays where it is. */
export function SuspensionButton({ doctorId, revision, isSuspended }: SuspensionButtonProps) {
  const t = useTranslations("licences");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  const suspend = trpc.licences.suspend.useMutation();
  const reinstate = trpc.licences.reinstate.useMutation();
  return (
    <div className="grid justify-items-start gap-3">
      <p role="status" className="font-semibold text-positive empty:hidden">
        {said}
      </p>
      <Dialog
        title={t(isSuspended ? "reinstateTitle" : "suspendTitle")}
        description={t(isSuspended ? "reinstateBody" : "suspendBody")}
        closeLabel={t("close")}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={<Button variant="secondary">{t(isSuspended ? "reinstate" : "suspend")}</Button>}
      >
        <Form
          schema={reasonForm}
          defaultValues={{ reason: "" }}
          onSubmit={async ({ reason }) => {
            const verb = isSuspended ? reinstate : suspend;
            await verb.mutateAsync({ doctorId, reason, expectedRevision: revision });
            setSaid(t(isSuspended ? "reinstated_done" : "suspended_done"));
            setOpen(false);
            router.refresh();
          }}
        >
          <TextAreaField
            name="reason"
            label={t("suspendReason")}
            hint={t("suspendReasonHint")}
            maxLength={longestReason}
            rows={3}
            autoComplete="off"
          />
          <SubmitButton variant={isSuspended ? "primary" : "critical"}>
            {t(isSuspended ? "reinstateDo" : "suspendDo")}
          </SubmitButton>
        </Form>
      </Dialog>
    </div>
  );
}
