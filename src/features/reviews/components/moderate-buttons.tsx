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
import { hideForm, longestReason } from "../form-schema";

type ModerateButtonsProps = { reviewId: string; isHidden: boolean };

/** Hides a review with a reason, or shows it again. */
export function ModerateButtons({ reviewId, isHidden }: ModerateButtonsProps) {
  const t = useTranslations("reviews");
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const hide = trpc.reviews.hide.useMutation();
  const show = trpc.reviews.show.useMutation({ onSuccess: () => router.refresh() });

  // One button for both, so that the keyboard stays where it is when the other deed becomes possible.
  return (
    <>
      <Button
        variant="secondary"
        className="justify-self-start"
        isPending={show.isPending}
        onClick={() => (isHidden ? show.mutate({ reviewId }) : setIsAsking(true))}
      >
        {t(isHidden ? "showAgain" : "hide")}
      </Button>
      {show.error && <RefusalNotice refusal={refusalOf(show.error)} />}
      <Dialog
        title={t("hideTitle")}
        closeLabel={t("close")}
        isOpen={isAsking}
        onOpenChange={setIsAsking}
      >
        <Form
          schema={hideForm}
          defaultValues={{ reason: "" }}
          onSubmit={async ({ reason }) => {
            await hide.mutateAsync({ reviewId, reason });
            setIsAsking(false);
            router.refresh();
          }}
        >
          <TextAreaField
            name="reason"
            label={t("hideReason")}
            hint={t("hideReasonHint")}
            maxLength={longestReason}
            rows={2}
            autoComplete="off"
          />
          <SubmitButton variant="critical">{t("hideConfirm")}</SubmitButton>
        </Form>
      </Dialog>
    </>
  );
}
