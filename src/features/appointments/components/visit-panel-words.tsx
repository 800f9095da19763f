"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { useWords, Words } from "./visit-panel-words-state";

type VisitWordsProps = { words: ReturnType<typeof useWords>; isClosed: boolean };

/** Notes and prescription; both save themselves, and say whether they have. */
export function VisitWords({ words, isClosed }: VisitWordsProps) {
  const t = useTranslations("agenda");
  const { mine, theirs, refusal, isDirty, isSaving, save, type } = words;
  return (
    <div className="grid gap-4">
      <WordsField
        label={t("notes")}
        hint={t("notesHint")}
        value={mine.notes}
        maxLength={10_000}
        isClosed={isClosed}
        onType={(notes) => type({ notes })}
      />
      <WordsField
        label={t("prescription")}
        hint={t("prescriptionHint")}
        value={mine.prescription}
        maxLength={5000}
        isClosed={isClosed}
        onType={(prescription) => type({ prescription })}
      />
      {theirs && <Conflict theirs={theirs} words={words} />}
      {refusal && <RefusalNotice refusal={refusal} />}
      {!isClosed && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button variant="secondary" isPending={isSaving} onClick={() => void save()}>
            {t("save")}
          </Button>
          <p role="status" className="text-small text-ink-muted">
            {isDirty ? t("unsaved") : (mine.notes || mine.prescription) && t("saved")}
          </p>
        </div>
      )}
    </div>
  );
}

type WordsFieldProps = {
  label: string;
  hint: string;
  value: string;
  maxLength: number;
  isClosed: boolean;
  onType: (text: string) => void;
};

function WordsField({ label, hint, value, maxLength, isClosed, onType }: WordsFieldProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint}>
      <Textarea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={5}
        maxLength={maxLength}
        autoComplete="off"
        readOnly={isClosed}
        value={value}
        onChange={({ target }) => onType(target.value)}
      />
    </Field>
  );
}

/** Both wrote: the other's words beside one's own, and who decides is who is here. */
function Conflict({ theirs, words }: { theirs: Words; words: VisitWordsProps["words"] }) {
  const t = useTranslations("agenda");
  const shown = [
    [t("theirNotes"), theirs.notes],
    [t("theirPrescription"), theirs.prescription],
  ] as const;
  return (
    <Notice
      tone="caution"
      isLive
      title={t("wordsConflict")}
      actions={
        <>
          <Button variant="secondary" onClick={() => void words.save(true)}>
            {t("keepMine")}
          </Button>
          <Button variant="quiet" onClick={words.takeTheirs}>
            {t("takeTheirs")}
          </Button>
        </>
      }
    >
      <dl className="grid gap-2">
        {shown.map(([term, text]) => (
          <div key={term}>
            <dt className="text-small">{term}</dt>
            <dd className="whitespace-pre-wrap font-medium">{text || t("empty")}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
