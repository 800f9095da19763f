"use client";

import { CalendarOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { ExceptionAnswers } from "../change-form";
import type { TimeOff as TimeOffFacts } from "../queries/get-time-off";
import type { ScheduleChangeInput } from "../schema";
import type { ExceptionRow } from "../time-off-store";
import { ChangeFlow } from "./consequences";
import { TimeOffForm } from "./time-off-form";
import { TimeOffHolidays } from "./time-off-holidays";
import { TimeOffItem } from "./time-off-item";

type At =
  | { step: "list"; isSaved?: boolean }
  | { step: "form"; edited?: ExceptionRow; answers?: ExceptionAnswers }
  | { step: "flow"; change: ScheduleChangeInput; before: At };

/** What is coming beyond the weekly hours; adding, changing and taking away, one thing at a time. */
export function TimeOff({ timeOff }: { timeOff: TimeOffFacts }) {
  const t = useTranslations("changes");
  const router = useRouter();
  const [at, setAt] = useState<At>({ step: "list" });
  const { exceptions, clinics, today } = timeOff;

  if (at.step === "flow")
    return (
      <ChangeFlow
        change={at.change}
        onBack={() => setAt(at.before)}
        onSaved={() => {
          setAt({ step: "list", isSaved: true });
          router.refresh();
        }}
      />
    );
  if (at.step === "form")
    return (
      <TimeOffForm
        today={today}
        clinics={clinics}
        edited={at.edited}
        answers={at.answers}
        onBack={() => setAt({ step: "list" })}
        onContinue={(change, answers) =>
          setAt({ step: "flow", change, before: { ...at, answers } })
        }
      />
    );
  const begin = (change: ScheduleChangeInput) =>
    setAt({ step: "flow", change, before: { step: "list" } });
  const add = <Button onClick={() => setAt({ step: "form" })}>{t("add")}</Button>;
  return (
    <div className="grid gap-10">
      {at.isSaved && <SavedNotice />}
      {exceptions.length === 0 ? (
        <EmptyState icon={CalendarOff} title={t("noneTitle")} actions={add}>
          {t("noneBody")}
        </EmptyState>
      ) : (
        <Section title={t("coming")} actions={add}>
          <ul className="grid gap-3">
            {exceptions.map((one) => (
              <TimeOffItem
                key={one.id}
                exception={one}
                onEdit={() => setAt({ step: "form", edited: one })}
                onRemove={() => begin({ kind: "remove_exception", exceptionId: one.id })}
              />
            ))}
          </ul>
        </Section>
      )}
      <TimeOffHolidays clinics={clinics} onTake={begin} />
    </div>
  );
}

/** Takes the focus: the button that was pressed has gone. */
function SavedNotice() {
  const t = useTranslations("changes");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="positive" isLive title={t("saved")}>
        {t("savedHint")}
      </Notice>
    </div>
  );
}
