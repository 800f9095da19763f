"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useWatch } from "react-hook-form";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import {
  type ExceptionAnswers,
  exceptionForm,
  exceptionKinds,
  readWindowTexts,
  writeWindows,
} from "../change-form";
import type { TimeOffClinic } from "../queries/get-time-off";
import type { ScheduleChangeInput } from "../schema";
import type { ExceptionRow } from "../time-off-store";
import { TimeOffWindows } from "./time-off-windows";

type TimeOffFormProps = {
  /** The smallest date to choose. */
  today: string;
  clinics: Pick<TimeOffClinic, "associationId" | "name">[];
  /** The one to change; a new one without. */
  edited?: ExceptionRow | undefined;
  /** What was answered before someone came back. */
  answers?: ExceptionAnswers | undefined;
  onContinue: (change: ScheduleChangeInput, answers: ExceptionAnswers) => void;
  onBack: () => void;
};

export function TimeOffForm(props: TimeOffFormProps) {
  const { clinics, edited, today, onContinue, onBack } = props;
  const t = useTranslations("changes");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const only = clinics.length === 1 ? clinics[0] : undefined;
  return (
    <section aria-labelledby="time-off-form" className="grid gap-6">
      <h2 id="time-off-form" ref={heading} tabIndex={-1} className="text-h2">
        {t(edited ? "editTitle" : "addTitle")}
      </h2>
      <Form
        schema={exceptionForm}
        defaultValues={props.answers ?? answersOf(edited, only?.associationId)}
        onSubmit={async (answers) => onContinue(changeOf(answers, edited, Boolean(only)), answers)}
      >
        <KindField />
        {!only && <WhereField clinics={clinics} />}
        <div className="grid gap-6 sm:grid-cols-2">
          <DateField name="firstDate" label={t("firstDate")} min={edited ? undefined : today} />
          <DateField
            name="lastDate"
            label={t("lastDate")}
            hint={t("lastDateHint")}
            min={edited ? undefined : today}
            isOptional
          />
        </div>
        <TimeOffWindows />
        <TextField name="note" label={t("note")} maxLength={200} autoComplete="off" isOptional />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("continue")}</SubmitButton>
          <Button size="lg" variant="quiet" onClick={onBack}>
            {t("back")}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function KindField() {
  const t = useTranslations("changes");
  const kind: ExceptionAnswers["exception"] = useWatch({ name: "exception" });
  const hint = kind ? t(`${kind}Hint`) : undefined;
  const options = exceptionKinds.map((value) => ({ value, label: t(value) }));
  return <SelectField name="exception" label={t("kind")} options={options} hint={hint} />;
}

/** Only time off can be at all clinics: nobody has hours at two of them at once. */
function WhereField({ clinics }: Pick<TimeOffFormProps, "clinics">) {
  const t = useTranslations("changes");
  const isOff = useWatch({ name: "exception" }) === "time_off";
  return (
    <SelectField
      name="associationId"
      label={t("where")}
      placeholder={isOff ? t("allClinics") : undefined}
      options={clinics.map(({ associationId, name }) => ({ value: associationId, label: name }))}
    />
  );
}

function answersOf(edited?: ExceptionRow, onlyClinic = ""): ExceptionAnswers {
  const windows = edited?.windows.length ? edited.windows : ["09:00-12:00"];
  return {
    exception: edited?.kind ?? "time_off",
    associationId: edited?.associationId ?? onlyClinic,
    firstDate: edited?.firstDate ?? "",
    lastDate: edited && edited.lastDate !== edited.firstDate ? edited.lastDate : "",
    windows: readWindowTexts(windows),
    note: edited?.note ?? "",
  };
}

/** With one clinic alone, time off is of the person, and holds at a clinic that comes later too. */
function changeOf(
  { exception, associationId, firstDate, lastDate, windows, note }: ExceptionAnswers,
  edited: ExceptionRow | undefined,
  isOnlyOne: boolean,
): ScheduleChangeInput {
  const isOff = exception === "time_off";
  return {
    kind: "exception",
    ...(edited && { exceptionId: edited.id }),
    associationId: isOff && isOnlyOne ? null : associationId || null,
    exception,
    firstDate,
    lastDate: lastDate || firstDate,
    windows: isOff ? [] : writeWindows(windows),
    note,
  };
}
