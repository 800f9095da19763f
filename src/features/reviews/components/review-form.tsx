"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { ButtonLink } from "@/components/ui/button-link";
import { trpc } from "@/trpc/client";
import { longestComment, reviewForm } from "../form-schema";
import { RatingField } from "./rating-field";

export function ReviewForm({ appointmentId }: { appointmentId: string }) {
  const t = useTranslations("reviews");
  const router = useRouter();
  const write = trpc.reviews.write.useMutation();
  return (
    <Form
      schema={reviewForm}
      defaultValues={{ comment: "" }}
      onSubmit={async (answers) => {
        await write.mutateAsync({ appointmentId, ...answers });
        router.replace(`/appointments/${appointmentId}/review?done=1`);
        router.refresh();
      }}
    >
      <RatingField name="rating" />
      <TextAreaField
        name="comment"
        label={t("comment")}
        hint={t("commentHint")}
        maxLength={longestComment}
        isOptional
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("send")}</SubmitButton>
        <ButtonLink href={`/appointments/${appointmentId}`} variant="quiet" size="lg">
          {t("later")}
        </ButtonLink>
      </div>
    </Form>
  );
}
