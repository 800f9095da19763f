"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/form/form";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { trpc } from "@/trpc/client";
import { reasonForm } from "../schema";

/** Approves a claim, or rejects it with a reason. */
export function DecideClaim({ claimId, name }: { claimId: string; name: string }) {
  const t = useTranslations("pharmacyStaff");
  const router = useRouter();
  const [isRejecting, setIsRejecting] = useState(false);
  const onSuccess = () => router.refresh();
  const approve = trpc.pharmacyStaff.decideClaim.useMutation({ onSuccess });
  const reject = trpc.pharmacyStaff.decideClaim.useMutation({ onSuccess });
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        <Button
          aria-label={t("approveNamed", { name })}
          isPending={approve.isPending}
          onClick={() => approve.mutate({ claimId, verdict: "approve" })}
        >
          {t("approve")}
        </Button>
        <Button
          variant="secondary"
          aria-label={t("rejectNamed", { name })}
          onClick={() => setIsRejecting(true)}
        >
          {t("reject")}
        </Button>
      </div>
      {approve.error && <RefusalNotice refusal={refusalOf(approve.error)} />}
      <Dialog
        title={t("rejectTitle", { name })}
        description={t("rejectHint")}
        closeLabel={t("cancel")}
        isOpen={isRejecting}
        onOpenChange={setIsRejecting}
      >
        <Form
          schema={reasonForm}
          defaultValues={{ reason: "" }}
          onSubmit={async ({ reason }) => {
            await reject.mutateAsync({ claimId, verdict: "reject", reason });
          }}
        >
          <TextAreaField
            name="reason"
            label={t("reason")}
            maxLength={500}
            rows={3}
            autoComplete="off"
          />
          <SubmitButton variant="critical">{t("reject")}</SubmitButton>
        </Form>
      </Dialog>
    </div>
  );
}
