"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useMemo, useState } from "react";
import { type DefaultValues, type FieldValues, FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { cx } from "@/components/ui/cx";
import type { Refusal } from "@/lib/refusal";
import { errorMap } from "./error-map";
import { ErrorSummary } from "./error-summary";
import { FormIdContext } from "./form-id";
import { keepTyped } from "./keep-typed";
import { RefusalNotice } from "./refusal-notice";
import { refusalOf } from "./refusal-of";
import { showFieldErrors } from "./show-field-errors";

type Answers = FieldValues;

export type FormProps<Output extends Answers, Input extends Answers> = {
  /** Declared in the feature's schema.ts, so that form, router and command judge alike. */
  schema: z.ZodType<Output, Input>;
  defaultValues: DefaultValues<Input>;
  /** Return a refusal, or let what was thrown through: both are shown in place. */
  onSubmit: (values: Output) => Promise<Refusal | undefined> | Promise<void>;
  /** More about a refusal than its sentence: free times, a link to sign in. */
  refusalActions?: (refusal: Refusal) => ReactNode;
  children: ReactNode;
  className?: string;
};

/**
 * One form, one schema. On submit either everything is right, or a summary takes the focus and
 * leads to each answer. Needs the namespaces `form` and `refusals` (see i18n/client-messages).
 */
export function Form<Output extends Answers, Input extends Answers>(
  props: FormProps<Output, Input>,
) {
  const t = useTranslations("form");
  const id = useId();
  const [refusal, setRefusal] = useState<Refusal>();
  const [failedTries, setFailedTries] = useState(0);
  const resolver = useMemo(
    () => zodResolver<Input, unknown, Output>(props.schema, { error: errorMap(t) }),
    [props.schema, t],
  );
  const form = useForm<Input, unknown, Output>({
    resolver,
    defaultValues: props.defaultValues,
    shouldFocusError: false,
    reValidateMode: "onChange",
  });

  async function send(values: Output) {
    setRefusal(undefined);
    const answer = await answerTo(() => props.onSubmit(values));
    if (!answer) return;
    const isShown = showFieldErrors(
      form,
      answer.fields,
      (name) => document.getElementById(`${id}-${name}`) !== null,
    );
    if (isShown) setFailedTries((count) => count + 1);
    else setRefusal(answer);
  }

  const submit = form.handleSubmit(send, () => {
    setRefusal(undefined);
    setFailedTries((count) => count + 1);
  });

  return (
    <FormProvider {...form} register={keepTyped(form)}>
      <FormIdContext value={id}>
        <form
          noValidate
          // Sent before the page is alive, answers must not end up in the address.
          method="post"
          aria-busy={form.formState.isSubmitting}
          onSubmit={(event) => {
            event.preventDefault();
            // A second press while the first is under way must not send twice.
            if (!form.formState.isSubmitting) void submit(event);
          }}
          className={cx("grid max-w-form gap-6", props.className)}
        >
          <ErrorSummary attempt={failedTries} />
          {props.children}
          {refusal && <RefusalNotice refusal={refusal} actions={props.refusalActions?.(refusal)} />}
        </form>
      </FormIdContext>
    </FormProvider>
  );
}

async function answerTo(
  sending: () => Promise<Refusal | undefined> | Promise<void>,
): Promise<Refusal | undefined> {
  try {
    return (await sending()) ?? undefined;
  } catch (error) {
    return refusalOf(error);
  }
}
