"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Card } from "@/components/ui/card";
import { FieldError } from "@/components/ui/field";
import { RadioChip } from "@/components/ui/radio-chip";
import { formatDay, formatDayTime, formatTime, zoneName } from "@/lib/time/format";
import type { Affected } from "../queries/preview-change";
import { type Choice, type Chosen, canChoose } from "./consequences-state";

type ConsequencesItemProps = {
  affected: Affected;
  chosen: Chosen | undefined;
  /** Where not all are in one zone. */
  namesZone: boolean;
  isMissing: boolean;
  isTimeGone: boolean;
  onChoose: (choice: Choice, startsAt?: string) => void;
};

const choices: Choice[] = ["keep", "propose", "cancel"];
const hints = { keep: "keepHint", propose: "proposeHint", cancel: "cancelHint" } as const;

/** One appointment, and what becomes of it. */
export function ConsequencesItem(props: ConsequencesItemProps) {
  const { affected, chosen, namesZone, isMissing, isTimeGone, onChoose } = props;
  const t = useTranslations("changes");
  const id = useId();
  const { appointmentId, timezone, patientName, clinicName } = affected;
  const startsAt = Date.parse(affected.startsAt);
  const patient = patientName ?? t("patientGone");
  const time = formatDayTime(startsAt, timezone);
  const error = isTimeGone ? t("timeGone") : isMissing ? t("undecided") : undefined;
  return (
    <Card as="li" className="grid gap-3 p-3 sm:p-4" data-appointment={appointmentId}>
      <fieldset className="grid gap-3" aria-describedby={`${id}-notes`}>
        <legend className="sr-only">{t("choiceLegend", { patient, time })}</legend>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="font-semibold wrap-anywhere">{patient}</p>
          <p className="tabular-nums">
            <time dateTime={affected.startsAt}>{time}</time>
            {" – "}
            {formatTime(Date.parse(affected.endsAt), timezone)}
          </p>
          <p className="w-full text-small text-ink-muted">
            {clinicName ?? t("clinicGone")}
            {namesZone && ` · ${zoneName(timezone, startsAt)}`}
          </p>
        </div>
        <div className="grid grid-cols-3 gap-2">
          {choices.map((choice) => (
            <RadioChip
              key={choice}
              name={`${id}-choice`}
              label={t(choice)}
              className="max-sm:gap-0.5 max-sm:px-0.5"
              disabled={!canChoose(affected, choice)}
              checked={chosen?.choice === choice}
              onChange={() => onChoose(choice)}
            />
          ))}
        </div>
        <div id={`${id}-notes`} className="grid gap-1 text-small text-ink-muted">
          {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
          {chosen && <p>{t(hints[chosen.choice])}</p>}
          {!affected.mayKeep && <p>{t("lostHint")}</p>}
          {affected.nearest.length === 0 && <p>{t("noTimes")}</p>}
        </div>
      </fieldset>
      {chosen?.choice === "propose" && (
        <fieldset>
          <legend className="sr-only">{t("timesLegend", { patient })}</legend>
          <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
            {affected.nearest.map((instant) => (
              <RadioChip
                key={instant}
                name={`${id}-time`}
                checked={chosen.startsAt === instant}
                onChange={() => onChoose("propose", instant)}
                label={
                  <time dateTime={instant} className="grid tabular-nums">
                    <span className="text-caption font-medium">
                      {formatDay(Date.parse(instant), timezone, "en", "short")}{" "}
                    </span>
                    <span>{formatTime(Date.parse(instant), timezone)}</span>
                  </time>
                }
              />
            ))}
          </div>
        </fieldset>
      )}
    </Card>
  );
}
