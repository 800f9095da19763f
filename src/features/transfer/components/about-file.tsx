"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { type Encoding, encodings, type Separator, separators } from "../kinds";
import type { About } from "../verdicts";
import type { Said } from "./use-import";

type AboutFileProps = { about: About; onOverrule: (said: Said) => void };

/** How a file was read, with its first rows, and the means to say that it is otherwise. */
export function AboutFile({ about, onOverrule }: AboutFileProps) {
  const t = useTranslations("transfer");
  const id = useId();
  const { encoding, separator, columns, sample } = about;
  const lists = (["informative", "unknown", "missing"] as const).filter(
    (name) => about[name].length > 0,
  );
  return (
    <div className="grid grid-cols-1 gap-4">
      {about.isEncodingGuessed && <Notice tone="caution">{t("encodingGuessed")}</Notice>}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id={`${id}-encoding`} label={t("encodingLabel")}>
          <Select
            id={`${id}-encoding`}
            value={encoding}
            options={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
            onChange={({ target }) => onOverrule({ encoding: target.value as Encoding, separator })}
          />
        </Field>
        <Field id={`${id}-separator`} label={t("separatorLabel")}>
          <Select
            id={`${id}-separator`}
            value={separator}
            options={Object.keys(separators).map((value) => ({
              value,
              label: t(`separators.${value as Separator}`),
            }))}
            onChange={({ target }) =>
              onOverrule({ encoding, separator: target.value as Separator })
            }
          />
        </Field>
      </div>
      <section
        aria-label={t("sample")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-control border border-line"
      >
        <table className="text-small">
          <caption className="sr-only">{t("sample")}</caption>
          <thead>
            <tr className="border-b border-line bg-surface-sunken">
              {columns.map((column) => (
                <th key={column} scope="col" className="px-3 py-2 text-start whitespace-nowrap">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {sample.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the first rows keep their order
              <tr key={row}>
                {cells.map((cell, at) => (
                  <td key={columns[at]} className="max-w-64 truncate px-3 py-2">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="grid gap-1 text-small text-ink-muted wrap-anywhere">
        {lists.map((name) => (
          <p key={name}>{t(name, { columns: about[name].join(", ") })}</p>
        ))}
        <p>{t("fingerprint", { sha256: about.sha256 })}</p>
      </div>
    </div>
  );
}
