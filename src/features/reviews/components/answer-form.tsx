"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/client";
import { longestReply, replyForm } from "../form-schema";

type AnswerFormProps = { reviewId: string; reply: string | null };

/** A button that opens the form in its place; the focus goes into it, and back to the button. */
export function AnswerForm({ reviewId, reply }: AnswerFormProps) {
  const t = useTranslations("reviews");
  const router = useRouter();
  const answer = trpc.reviews.answer.useMutation();
  const [isOpen, setIsOpen] = useState(false);
  const wasOpen = useRef(false);

  function close() {
    wasOpen.current = true;
    setIsOpen(false);
  }

  if (!isOpen)
    return (
      <Button
        ref={(button) => {
          if (wasOpen.current) button?.focus();
          wasOpen.current = false;
        }}
        variant={reply === null ? "secondary" : "quiet"}
        className="justify-self-start"
        onClick={() => setIsOpen(true)}
      >
        {t(reply === null ? "answer" : "changeAnswer")}
      </Button>
    );
  return (
    <Form
      schema={replyForm}
      defaultValues={{ reply: reply ?? "" }}
      onSubmit={async (words) => {
        await answer.mutateAsync({ reviewId, expectedReply: reply, ...words });
        close();
        router.refresh();
      }}
    >
      <TextAreaField
        name="reply"
        label={t("answerLabel")}
        hint={t("answerHint")}
        maxLength={longestReply}
        rows={3}
        autoComplete="off"
        autoFocus
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton size="md">{t("publishAnswer")}</SubmitButton>
        <Button variant="quiet" onClick={close}>
          {t("cancel")}
        </Button>
      </div>
    </Form>
  );
}
