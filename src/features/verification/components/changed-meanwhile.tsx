"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Difference } from "../rules";

type ChangedMeanwhileProps = { differences: readonly Difference[]; onSeen: () => void };

/** What a reviewer had before them beside what is there now, until they say that they have seen it. */
export function ChangedMeanwhile({ differences, onSeen }: ChangedMeanwhileProps) {
  const t = useTranslations("verification");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const said = (value: string) => value || t("nothing");
  return (
    <div ref={box} tabIndex={-1}>
      <Notice
        tone="caution"
        isLive
        title={t("changedTitle")}
        actions={
          <Button variant="secondary" onClick={onSeen}>
            {t("goOn")}
          </Button>
        }
      >
        <p>{t("changed")}</p>
        <ul className="mt-3 grid gap-3">
          {differences.map(({ key, label, before, after }) => (
            <li key={key} className="grid gap-0.5">
              <span className="font-semibold">{label}</span>
              <span>
                {t("changedBefore")}: <del>{said(before)}</del>
              </span>
              <span>
                {t("changedAfter")}: <ins>{said(after)}</ins>
              </span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
