"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { formatDate } from "@/lib/time/format";
import type { TimeOffClinic } from "../queries/get-time-off";
import type { ScheduleChangeInput } from "../schema";

type TimeOffHolidaysProps = {
  clinics: TimeOffClinic[];
  onTake: (change: ScheduleChangeInput) => void;
};

/** The holidays of a clinic's country and region, to take as days off, as many as one likes. */
export function TimeOffHolidays({ clinics, onTake }: TimeOffHolidaysProps) {
  const t = useTranslations("changes");
  const id = useId();
  const [at, setAt] = useState(0);
  const [isEverywhere, setIsEverywhere] = useState(true);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const clinic = clinics[at];
  if (!clinic) return null;
  const open = clinic.holidays.filter(({ isOff }) => !isOff);
  const taken = open.filter(({ date }) => ticked.has(date));

  function tick(date: string, isOn: boolean) {
    const next = new Set(ticked);
    if (isOn) next.add(date);
    else next.delete(date);
    setTicked(next);
  }

  function take(associationId: string) {
    onTake({
      kind: "days_off",
      // With one clinic alone, a day off is of the person.
      associationId: clinics.length === 1 || isEverywhere ? null : associationId,
      days: taken.map(({ date, name }) => ({ date, note: name })),
    });
  }

  return (
    <Section title={t("holidaysTitle")}>
      <p className="text-ink-muted">{t("holidaysLead", { clinic: clinic.name })}</p>
      {clinics.length > 1 && (
        <Field id={`${id}-clinic`} label={t("holidaysClinic")} className="max-w-form">
          <Select
            id={`${id}-clinic`}
            value={String(at)}
            onChange={(event) => {
              setAt(Number(event.target.value));
              setTicked(new Set());
            }}
            options={clinics.map(({ name }, index) => ({ value: String(index), label: name }))}
          />
        </Field>
      )}
      {clinic.holidays.length === 0 && <p>{t("holidaysUnknown")}</p>}
      {clinic.holidays.length > 0 && (
        <>
          <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {clinic.holidays.map(({ date, name, isOff }) => (
              <li key={date}>
                <Checkbox
                  checked={isOff || ticked.has(date)}
                  disabled={isOff}
                  onChange={(event) => tick(date, event.target.checked)}
                  label={
                    <>
                      {name}
                      <span className="block text-small font-normal text-ink-muted">
                        {formatDate(date)}
                        {isOff && `, ${t("holidaysOff")}`}
                      </span>
                    </>
                  }
                />
              </li>
            ))}
          </ul>
          {clinics.length > 1 && (
            <Checkbox
              checked={isEverywhere}
              onChange={(event) => setIsEverywhere(event.target.checked)}
              label={t("holidaysEverywhere")}
            />
          )}
          <div className="flex flex-wrap gap-3">
            <Button disabled={taken.length === 0} onClick={() => take(clinic.associationId)}>
              {t("holidaysTake", { count: taken.length })}
            </Button>
            <Button
              variant="quiet"
              onClick={() =>
                setTicked(new Set(taken.length < open.length ? open.map(({ date }) => date) : []))
              }
            >
              {t(taken.length < open.length ? "holidaysAll" : "holidaysNone")}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}
