"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-area-field";
import { useFormField } from "@/components/form/use-form-field";
import { FieldError } from "@/components/ui/field";
import { RadioChip } from "@/components/ui/radio-chip";
import { rejectReasons } from "@/features/applications/form-schema";
import { type Decided, longestWords, type Verdict, verdictSchema, verdicts } from "../form-schema";

type VerdictFormProps = { mayVerify: boolean; onDecided: (decided: Decided) => Promise<void> };

/** Verify, ask for more with what, or reject with why. */
export function VerdictForm({ mayVerify, onDecided }: VerdictFormProps) {
  return (
    <Form
      schema={verdictSchema}
      defaultValues={{ words: "" } as { verdict: "ask"; words: string }}
      onSubmit={onDecided}
    >
      <VerdictField mayVerify={mayVerify} />
      <VerdictWords />
    </Form>
  );
}

function VerdictField({ mayVerify }: { mayVerify: boolean }) {
  const t = useTranslations("verification");
  const { id, error, aria, form } = useFormField({ name: "verdict" });
  return (
    <div {...aria} role="radiogroup" aria-labelledby={`${id}-label`} className="grid gap-1.5">
      <span id={`${id}-label`} data-label-for={id} className="font-semibold">
        {t("verdict")}
      </span>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="flex flex-wrap gap-2">
        {verdicts.map((verdict, index) => (
          <RadioChip
            {...form.register("verdict")}
            key={verdict}
            // Where the summary of errors leads.
            id={index === 0 ? id : undefined}
            value={verdict}
            disabled={verdict === "verify" && !mayVerify}
            label={t(`verdicts.${verdict}`)}
          />
        ))}
      </div>
      {!mayVerify && <p className="text-small text-ink-muted">{t("isExpired")}</p>}
    </div>
  );
}

/** What each verdict asks for beside itself. */
function VerdictWords() {
  const t = useTranslations("verification");
  const verdict: Verdict | undefined = useWatch({ name: "verdict" });
  if (!verdict) return null;
  if (verdict === "verify") return <SubmitButton>{t("confirmVerify")}</SubmitButton>;
  if (verdict === "ask")
    return (
      <>
        <Words label={t("askWords")} hint={t("askHint")} />
        <SubmitButton>{t("confirmAsk")}</SubmitButton>
      </>
    );
  return (
    <>
      <SelectField
        name="reasonCode"
        label={t("reason")}
        options={rejectReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
      />
      <Words label={t("rejectWords")} hint={t("rejectHint")} isOptional />
      <SubmitButton variant="critical">{t("confirmReject")}</SubmitButton>
    </>
  );
}

type WordsProps = { label: string; hint: string; isOptional?: boolean };

function Words(props: WordsProps) {
  return (
    <TextAreaField {...props} name="words" rows={4} maxLength={longestWords} autoComplete="off" />
  );
}
