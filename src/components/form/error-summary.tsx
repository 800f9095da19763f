"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { type FieldErrors, useFormContext } from "react-hook-form";
import { Notice } from "@/components/ui/notice";
import { textLinkClass } from "@/components/ui/text-link";
import { sentence } from "./error-map";
import { useFieldId } from "./form-id";

type Entry = { name: string; message: string };

/** Flattens nested errors to the names the fields go by: `contact.phone`, `allergies.0`. */
export function listErrors(errors: FieldErrors, prefix = ""): Entry[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || key === "root" || key === "ref") return [];
    const name = prefix + key;
    if (typeof error.message === "string") return [{ name, message: error.message }];
    return listErrors(error as FieldErrors, `${name}.`);
  });
}

/** Appears after a try that failed and takes the focus; `attempt` counts the failed tries. */
export function ErrorSummary({ attempt }: { attempt: number }) {
  const t = useTranslations("form");
  const { formState } = useFormContext();
  const box = useRef<HTMLDivElement>(null);
  const entries = listErrors(formState.errors);

  // Once for each try, as soon as there is something to focus; never while someone is typing.
  const focused = useRef(0);
  useEffect(() => {
    if (attempt === focused.current || !box.current) return;
    focused.current = attempt;
    box.current.focus();
  });

  if (attempt === 0 || entries.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert">
      <Notice tone="critical" title={t("summaryTitle", { count: entries.length })}>
        <ul className="grid gap-0.5">
          {entries.map((entry) => (
            <SummaryLink key={entry.name} {...entry} message={sentence(t, entry.message)} />
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function SummaryLink({ name, message }: Entry) {
  const id = useFieldId(name);
  return (
    <li>
      <a
        href={`#${id}`}
        className={`${textLinkClass} inline-block py-1 text-critical hover:text-critical-strong`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(id)?.focus();
        }}
      >
        {labelOf(id)}
        {message}
      </a>
    </li>
  );
}

/** The question's own words, so that two "Enter an answer here" can be told apart. */
function labelOf(id: string): string {
  const label = document.querySelector(`[data-label-for="${CSS.escape(id)}"]`)?.textContent;
  if (!label) return "";
  return /[?:.]$/.test(label) ? `${label} ` : `${label}: `;
}
