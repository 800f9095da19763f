"use client";

import { useTranslations } from "next-intl";
import type { CellProblem, RowVerdict } from "../verdicts";

/** The sentences of a verdict. */
export function useVerdictText() {
  const t = useTranslations("transfer");
  const problemText = ({ column, code, params }: CellProblem) => {
    const sentence = t(`problems.${code}`, { ...noNumbers, ...params });
    return column ? `${column}: ${sentence}` : sentence;
  };
  const value = (text: string) => text || t("emptyValue");
  /** All that there is to say about a row but its verdict, in plain sentences. */
  const details = ({ problems, changes, firstRow, resembles }: RowVerdict): string[] => [
    ...problems.map(problemText),
    ...changes.map(
      ({ column, before, after }) => `${column}: ${value(before)} ${t("becomes")} ${value(after)}`,
    ),
    ...(firstRow ? [t("firstRow", { row: firstRow })] : []),
    ...(resembles ? [t("resembles", { label: resembles.label })] : []),
  ];
  return { t, problemText, value, details };
}

const noNumbers = { most: 0, least: 0, cells: 0, columns: 0 };
