"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Refusal } from "@/lib/refusal";
import type { Kind } from "../kinds";
import { reasonOf } from "../unreadable";
import { AboutFile } from "./about-file";
import { ChooseFile } from "./choose-file";
import { DownloadVerdicts } from "./download-verdicts";
import { type Checked, type Step, useImport } from "./use-import";
import { VerdictList } from "./verdict-list";
import { WriteBox } from "./write-box";

/** From a file to what it says of each row, and on into the database. */
export function ImportPanel({ kinds }: { kinds: readonly Kind[] }) {
  const { step, file, check, write, again } = useImport();
  const box = useRef<HTMLDivElement>(null);
  const { name } = step;
  const isFirst = useRef(true);
  // What was pressed goes away with each step.
  useEffect(() => {
    if (!isFirst.current && name !== "busy") box.current?.focus();
    isFirst.current = false;
  }, [name]);

  return (
    <div ref={box} tabIndex={-1} className="grid grid-cols-1 gap-6">
      {step.name !== "busy" && step.name !== "written" && step.refusal && (
        <Refused refusal={step.refusal} />
      )}
      {step.name === "choose" && (
        <ChooseFile
          kinds={kinds}
          onFile={(kind, chosen) => check(kind, chosen, { separator: null, encoding: null })}
        />
      )}
      {step.name === "busy" && <Busy step={step} fileName={file?.name ?? ""} />}
      {step.name === "written" && <Written checked={step.checked} onAgain={again} />}
      {step.name === "checked" && file && (
        <Verdicts
          key={step.checked.digest}
          checked={step.checked}
          file={file}
          onOverrule={(said) => check(step.checked.about.kind, file, said)}
          onWrite={(acceptsLikely) => write(step.checked, acceptsLikely)}
          onAgain={again}
        />
      )}
    </div>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  const t = useTranslations("transfer");
  const reason = reasonOf(refusal);
  const said = { columns: "", keys: "", row: 0, most: 0, ...refusal.params };
  if (reason)
    return (
      <Notice tone="caution" isLive>
        {t(`unreadable.${reason}`, said)}
      </Notice>
    );
  if (refusal.code === "CHANGED_MEANWHILE")
    return (
      <Notice tone="caution" isLive>
        {t("changedMeanwhile")}
      </Notice>
    );
  return <RefusalNotice refusal={refusal} />;
}

function Busy({ step, fileName }: { step: Step & { name: "busy" }; fileName: string }) {
  const t = useTranslations("transfer");
  const { doing, part, rows } = step;
  const label = t(doing, { name: fileName, rows });
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap justify-between gap-x-4 wrap-anywhere">
        <span>{label}</span>
        <span className="text-ink-muted tabular-nums">{t("percent", { part })}</span>
      </p>
      <ProgressBar label={t("importTitle")} value={part} />
    </div>
  );
}

function Written({ checked, onAgain }: { checked: Checked; onAgain: () => void }) {
  const t = useTranslations("transfer");
  const { new: fresh, likely, change } = checked.totals;
  return (
    <Notice
      tone="positive"
      isLive
      actions={
        <Button variant="secondary" onClick={onAgain}>
          {t("anotherFile")}
        </Button>
      }
    >
      {t("written", { made: fresh + likely, changed: change })}
    </Notice>
  );
}

type VerdictsProps = {
  checked: Checked;
  file: File;
  onOverrule: Parameters<typeof AboutFile>[0]["onOverrule"];
  onWrite: (acceptsLikely: boolean) => void;
  onAgain: () => void;
};

function Verdicts({ checked, file, onOverrule, onWrite, onAgain }: VerdictsProps) {
  const t = useTranslations("transfer");
  const { about, rows, totals } = checked;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-semibold wrap-anywhere">
          {t(`kinds.${about.kind}`)}: {file.name}
        </p>
        <Button variant="secondary" onClick={onAgain}>
          {t("anotherFile")}
        </Button>
      </div>
      <Section title={t("readTitle")}>
        <AboutFile about={about} onOverrule={onOverrule} />
      </Section>
      <Section title={t("verdictsTitle")}>
        <VerdictList checked={checked} />
        <DownloadVerdicts rows={rows} fileName={file.name} />
      </Section>
      <Section title={t("writeTitle")}>
        <WriteBox totals={totals} onWrite={onWrite} />
      </Section>
    </>
  );
}
