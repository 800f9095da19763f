"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { Notice } from "@/components/ui/notice";

type Draft = Record<string, unknown>;
type ChangedMeanwhileProps = {
  /** What the form began with, and what is saved now. */
  base: Draft;
  theirs: Draft;
  nameOf: (key: string) => string;
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Puts what others have saved meanwhile into the form where the person has typed nothing, and shows
 * what both have changed: nothing of either is lost unseen.
 */
export function ChangedMeanwhile({ base, theirs, nameOf }: ChangedMeanwhileProps) {
  const t = useTranslations("registry");
  const form = useFormContext<Draft>();
  const [both, setBoth] = useState<string[]>([]);
  const taken = useRef<Draft | null>(null);

  useEffect(() => {
    if (taken.current === theirs) return;
    taken.current = theirs;
    const changed = Object.keys(theirs).filter((key) => !isSame(base[key], theirs[key]));
    const clashes = changed.filter(
      (key) => !isSame(form.getValues(key), base[key]) && !isSame(form.getValues(key), theirs[key]),
    );
    for (const key of changed.filter((name) => !clashes.includes(name)))
      form.setValue(key, theirs[key], { shouldDirty: true });
    setBoth(clashes);
  }, [base, theirs, form]);

  return (
    <Notice tone="caution" title={t("mineStays")}>
      <p>{t(both.length > 0 ? "mineStaysBody" : "mineStaysNone")}</p>
      {both.length > 0 && (
        <ul className="mt-2 list-disc ps-5">
          {both.map((key) => (
            <li key={key}>
              <span className="font-semibold">{nameOf(key)}</span>.{" "}
              {t("theirs", { value: written(theirs[key]) || t("empty") })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "object" || value === null) return String(value ?? "");
  return Object.entries(value)
    .filter(([, line]) => line !== "")
    .map(([day, line]) => `${day}: ${line}`)
    .join("; ");
}
