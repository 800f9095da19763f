"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { trpc } from "@/trpc/client";
import { type HoursAnswers, hoursForm, isSameHours, type SavedHours } from "../hours-form";
import type { ScheduleChangeInput } from "../schema";
import type { Elsewhere } from "../week";
import { BookingFields } from "./booking-fields";
import { ChangeFlow } from "./consequences";
import { HoursConflict } from "./hours-conflict";
import { beginWith, KeptHours } from "./kept-hours";
import { useHoursWords } from "./use-troubles";
import { WeekEditor } from "./week-editor";

type HoursEditorProps = {
  associationId: string;
  saved: SavedHours;
  elsewhere: Elsewhere[];
};

/**
 * Weekly hours as a form. What is sent goes on from the revision that the person saw: if there is a
 * newer one, both are shown side by side, and nothing is overwritten before the doctor has decided.
 */
export function HoursEditor({ associationId, saved, elsewhere }: HoursEditorProps) {
  const t = useTranslations("hours");
  const router = useRouter();
  const utils = trpc.useUtils();
  const words = useHoursWords();
  const schema = useMemo(() => hoursForm(elsewhere, words), [elsewhere, words]);
  const [base, setBase] = useState(saved);
  const [shown, setShown] = useState(saved);
  const [answers, setAnswers] = useState<HoursAnswers | null>(null);
  const [newer, setNewer] = useState<SavedHours | null>(null);
  const [change, setChange] = useState<ScheduleChangeInput | null>(null);
  const isDone = useRef(false);
  const top = useRef<HTMLDivElement>(null);

  /** Goes on with these answers if what is saved is still what the person saw. */
  async function check(given: HoursAnswers): Promise<void> {
    setAnswers(given);
    const now = await readSaved();
    if (!isSameHours(now, base)) return setNewer(now);
    // Where another part of the association was saved there is nothing to compare.
    setBase(now);
    ask(given, now.revision);
  }

  async function readSaved(): Promise<SavedHours> {
    return (await utils.practice.hours.fetch({ associationId }, { staleTime: 0 })).saved;
  }

  function ask(given: HoursAnswers, expectedRevision: number) {
    setChange({ kind: "hours", associationId, expectedRevision, ...given });
  }

  async function goBack() {
    setChange(null);
    top.current?.focus();
    const now = await readSaved();
    if (!isSameHours(now, base)) setNewer(now);
  }

  const isAsking = change !== null || newer !== null;
  return (
    <div ref={top} tabIndex={-1}>
      {newer && answers && (
        <HoursConflict
          yours={answers}
          saved={newer}
          onKeepMine={() => {
            setBase(newer);
            setNewer(null);
            ask(answers, newer.revision);
          }}
          onTakeTheirs={() => {
            setBase(newer);
            setShown(newer);
            setNewer(null);
            top.current?.focus();
          }}
          onBack={() => {
            setNewer(null);
            top.current?.focus();
          }}
        />
      )}
      <ChangeFlow
        change={change}
        onSaved={() => {
          isDone.current = true;
          router.push(`/practice/clinics/${associationId}?done=hours`);
          router.refresh();
        }}
        onBack={() => void goBack()}
      />
      <div hidden={isAsking}>
        <Form
          key={shown.revision}
          schema={schema}
          defaultValues={beginWith(associationId, shown)}
          className="max-w-none gap-10"
          onSubmit={check}
        >
          <KeptHours associationId={associationId} saved={shown} isDone={isDone} />
          <WeekEditor elsewhere={elsewhere} />
          <BookingFields />
          <div className="grid gap-2">
            <SubmitButton>{t("review")}</SubmitButton>
            <p className="text-small text-ink-muted">{t("reviewHint")}</p>
          </div>
        </Form>
      </div>
    </div>
  );
}
