"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { describedBy, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type DraftException, newWindow } from "../draft";
import type { HoursErrors } from "./use-problems";
import { WindowsFields } from "./windows-fields";

type ExceptionFieldsProps = {
  id: string;
  exceptions: readonly DraftException[];
  errors: HoursErrors;
  onChange: (exceptions: DraftException[]) => void;
};

/** Days with other hours than their weekday's, or none. */
export function ExceptionFields({ id, exceptions, errors, onChange }: ExceptionFieldsProps) {
  const t = useTranslations("openingHours");

  function add() {
    onChange([...exceptions, { id: newWindow().id, from: "", to: "", windows: [], note: "" }]);
    requestAnimationFrame(() =>
      document.getElementById(`${id}-x${exceptions.length}-from`)?.focus(),
    );
  }

  return (
    <section aria-labelledby={`${id}-exceptions`} className="grid gap-2">
      <h2 id={`${id}-exceptions`} className="text-h3">
        {t("exceptionsTitle")}
      </h2>
      <p className="max-w-prose text-small text-ink-muted">{t("exceptionsHint")}</p>
      {exceptions.length === 0 && <p className="text-ink-muted">{t("noExceptions")}</p>}
      <ul className="divide-y divide-line empty:hidden">
        {exceptions.map((exception, index) => (
          <li key={exception.id} className="py-4">
            <OneException
              id={`${id}-x${index}`}
              number={index + 1}
              exception={exception}
              errors={errors}
              onChange={(next) =>
                onChange(exceptions.map((one) => (one.id === next.id ? next : one)))
              }
              onRemove={() => {
                onChange(exceptions.filter((one) => one.id !== exception.id));
                document.getElementById(`${id}-add-exception`)?.focus();
              }}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button id={`${id}-add-exception`} variant="secondary" onClick={add}>
          <Plus aria-hidden className="size-4.5" />
          {t("addException")}
        </Button>
      </div>
    </section>
  );
}

type OneExceptionProps = {
  id: string;
  number: number;
  exception: DraftException;
  errors: HoursErrors;
  onChange: (exception: DraftException) => void;
  onRemove: () => void;
};

function OneException({ id, number, exception, errors, onChange, onRemove }: OneExceptionProps) {
  const t = useTranslations("openingHours");
  const title = t("exceptionNumber", { number: String(number) });
  const error = errors.exceptions.get(exception.id);
  const put = (part: Partial<DraftException>) => onChange({ ...exception, ...part });
  return (
    <fieldset className="grid gap-3">
      <legend className="font-semibold">{title}</legend>
      <div className="flex flex-wrap gap-4">
        <Field id={`${id}-from`} label={t("firstDay")} error={error} className="w-full max-w-52">
          <Input
            {...describedBy(`${id}-from`, { error })}
            id={`${id}-from`}
            type="date"
            value={exception.from}
            onChange={(event) => put({ from: event.target.value })}
          />
        </Field>
        <Field
          id={`${id}-to`}
          label={t("lastDay")}
          note={t("optional")}
          className="w-full max-w-52"
        >
          <Input
            id={`${id}-to`}
            type="date"
            min={exception.from}
            value={exception.to}
            onChange={(event) => put({ to: event.target.value })}
          />
        </Field>
      </div>
      <WindowsFields
        id={id}
        day={title}
        windows={exception.windows}
        errors={errors.windows}
        onChange={(windows) => put({ windows })}
      />
      <Field id={`${id}-note`} label={t("reason")} note={t("optional")} className="max-w-md">
        <Input
          id={`${id}-note`}
          value={exception.note}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => put({ note: event.target.value })}
        />
      </Field>
      <div className="-ms-2">
        <Button variant="quiet" aria-label={`${t("removeException")}: ${title}`} onClick={onRemove}>
          <Trash2 aria-hidden className="size-4.5" />
          {t("removeException")}
        </Button>
      </div>
    </fieldset>
  );
}
