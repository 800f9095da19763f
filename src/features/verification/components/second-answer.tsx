"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/form/form";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Refusal } from "@/lib/refusal";
import { type Answer, longestWords, returnForm } from "../form-schema";

type SecondAnswerProps = {
  isMine: boolean;
  mayConfirm: boolean;
  onAnswer: (answer: Answer) => Promise<void>;
};

/** The second person confirms or returns; the first one may take it back. */
export function SecondAnswer({ isMine, mayConfirm, onAnswer }: SecondAnswerProps) {
  const t = useTranslations("verification");
  const [refusal, setRefusal] = useState<Refusal>();
  const [pending, setPending] = useState<Answer["answer"]>();
  const [isReturning, setIsReturning] = useState(false);

  async function send(answer: Answer) {
    setPending(answer.answer);
    setRefusal(undefined);
    try {
      await onAnswer(answer);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setPending(undefined);
  }

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        {isMine ? (
          <Button
            variant="secondary"
            isPending={pending === "withdraw"}
            onClick={() => void send({ answer: "withdraw" })}
          >
            {t("withdraw")}
          </Button>
        ) : (
          <>
            {mayConfirm && (
              <Button
                isPending={pending === "confirm"}
                onClick={() => void send({ answer: "confirm" })}
              >
                {t("confirm")}
              </Button>
            )}
            <Button variant="secondary" onClick={() => setIsReturning(true)}>
              {t("returnIt")}
            </Button>
          </>
        )}
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Dialog
        title={t("returnTitle")}
        closeLabel={t("close")}
        isOpen={isReturning}
        onOpenChange={setIsReturning}
      >
        <Form
          schema={returnForm}
          defaultValues={{ words: "" }}
          onSubmit={async ({ words }) => {
            await onAnswer({ answer: "return", words });
            setIsReturning(false);
          }}
        >
          <TextAreaField
            name="words"
            label={t("returnWords")}
            hint={t("returnHint")}
            maxLength={longestWords}
            rows={3}
            autoComplete="off"
          />
          <SubmitButton>{t("returnIt")}</SubmitButton>
        </Form>
      </Dialog>
    </div>
  );
}
