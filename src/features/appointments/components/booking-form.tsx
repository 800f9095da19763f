"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { refusalOf } from "@/components/form/refusal-of";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { Button } from "@/components/ui/button";
import type { Refusal } from "@/lib/refusal";
import { formatDuration } from "@/lib/time/format";
import { trpc } from "@/trpc/client";
import { reasonForm } from "../form-schema";
import { BookingSteps } from "./booking-steps";
import { FactList } from "./fact-list";
import { RefusedTime } from "./refused-time";

type BookingFormProps = {
  associationId: string;
  /** The chosen start, ISO in UTC. */
  startsAt: string;
  timezone: string;
  /** This page, and the one with all free times. */
  path: string;
  allTimesPath: string;
  /** Minutes before the start until which it may be changed. */
  noticeMinutes: number;
  /** What the doctor would see of the profile; empty for who has told us nothing. */
  healthFacts: readonly string[];
};

/**
 * Steps two and three: why, and confirm. One key for the form: sent twice, by a double click or after
 * a lost answer, it books once. Words typed survive the choice of another time.
 */
export function BookingForm(props: BookingFormProps) {
  const t = useTranslations("appointments");
  const router = useRouter();
  const [{ symptoms, sharesHealth }, setAnswer] = useState({ symptoms: "", sharesHealth: false });
  const [isConfirming, setIsConfirming] = useState(false);
  const [refused, setRefused] = useState<{ startsAt: string; refusal: Refusal } | null>(null);
  const [bookingKey] = useState(() => crypto.randomUUID());
  const book = trpc.appointments.book.useMutation();
  const heading = useRef<HTMLHeadingElement>(null);
  const reason = useRef<HTMLDivElement>(null);
  const [firstStart] = useState(props.startsAt);

  // The focus goes with the steps: what had it is gone, be it a button or a time in a refusal.
  useEffect(() => {
    if (isConfirming) heading.current?.focus({ preventScroll: props.startsAt !== firstStart });
    else if (symptoms) reason.current?.querySelector("textarea")?.focus();
  }, [isConfirming, symptoms, props.startsAt, firstStart]);

  async function confirm() {
    const { associationId, startsAt } = props;
    setRefused(null);
    try {
      const id = await book.mutateAsync({
        associationId,
        startsAt,
        symptoms,
        sharesHealth,
        bookingKey,
      });
      // Replaced, so that Back leads to the doctor and not to a form that is done.
      router.replace(`/appointments/${id}?done=booked`);
      // What Back would show, and the count of messages, are from before.
      router.refresh();
    } catch (error) {
      setRefused({ startsAt, refusal: refusalOf(error) });
    }
  }

  if (!isConfirming)
    return (
      <div ref={reason} className="grid gap-6">
        <BookingSteps current="reason" />
        <Form
          schema={reasonForm}
          defaultValues={{ symptoms, sharesHealth }}
          onSubmit={async (answer) => {
            setAnswer(answer);
            setIsConfirming(true);
          }}
        >
          <TextAreaField
            name="symptoms"
            label={t("reasonLabel")}
            hint={t("reasonHint")}
            maxLength={2000}
            autoComplete="off"
          />
          {props.healthFacts.length > 0 && (
            <div className="grid gap-2">
              <CheckboxField name="sharesHealth" label={t("shareLabel")} />
              <FactList facts={props.healthFacts} />
            </div>
          )}
          <SubmitButton>{t("toConfirm")}</SubmitButton>
        </Form>
      </div>
    );

  // A time that comes with others instead is gone; confirming it again would only say so again.
  const isGone = refused?.startsAt === props.startsAt && refused.refusal.nearest !== undefined;
  const isDone = book.isPending || book.isSuccess;
  return (
    <div className="grid gap-6">
      <BookingSteps current="confirm" />
      <h2 ref={heading} tabIndex={-1} className="text-h2">
        {t("confirmTitle")}
      </h2>
      <section aria-label={t("yourWords")} className="grid gap-1">
        <p className="text-small text-ink-muted">{t("yourWords")}</p>
        <p className="whitespace-pre-wrap wrap-anywhere">{symptoms}</p>
        {props.healthFacts.length > 0 && (
          <p className="text-small text-ink-muted">
            {t(sharesHealth ? "toBeShared" : "notToBeShared")}
          </p>
        )}
      </section>
      <p className="text-small text-ink-muted">
        {t("cancelRule", { notice: formatDuration(props.noticeMinutes) })}
      </p>
      {refused?.startsAt === props.startsAt && (
        <RefusedTime refusal={refused.refusal} takesFocus={isGone} {...props} />
      )}
      <div className="flex flex-wrap gap-3">
        {!isGone && (
          <Button size="lg" onClick={confirm} isPending={isDone}>
            {t("confirm")}
          </Button>
        )}
        <Button size="lg" variant="quiet" onClick={() => setIsConfirming(false)}>
          {t("change")}
        </Button>
      </div>
    </div>
  );
}
