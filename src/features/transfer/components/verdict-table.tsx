"use client";

import type { RefObject } from "react";
import type { Kind } from "../kinds";
import type { RowVerdict } from "../verdicts";
import { VerdictRow } from "./verdict-row";
import { useVerdictText } from "./verdict-text";

type VerdictTableProps = {
  kind: Kind;
  rows: readonly RowVerdict[];
  /** Takes the keyboard when the page is turned. */
  start: RefObject<HTMLTableElement | null>;
};

/** A page of verdicts. */
export function VerdictTable({ kind, rows, start }: VerdictTableProps) {
  const { t } = useVerdictText();
  const heads = ["rowHead", "verdictHead", "labelHead", "detailHead"] as const;
  return (
    <table ref={start} tabIndex={-1} className="block w-full text-small md:table">
      <caption className="sr-only">{t("verdictsTitle")}</caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="border-b border-line-strong">
          {heads.map((head) => (
            <th key={head} scope="col" className="py-2 pe-3 text-start">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block divide-y divide-line md:table-row-group">
        {rows.map((verdict) => (
          <VerdictRow key={verdict.row} kind={kind} verdict={verdict} />
        ))}
      </tbody>
    </table>
  );
}
