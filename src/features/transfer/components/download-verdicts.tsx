"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { writeRows } from "@/lib/csv";
import type { RowVerdict } from "../verdicts";
import { useVerdictText } from "./verdict-text";

type DownloadVerdictsProps = { rows: readonly RowVerdict[]; fileName: string };

/** Saves every verdict as a table, for whoever corrects the file. */
export function DownloadVerdicts({ rows, fileName }: DownloadVerdictsProps) {
  const { t, details } = useVerdictText();
  function save() {
    const heads = (["row", "verdict", "label", "details"] as const).map((name) =>
      t(`downloadColumns.${name}`),
    );
    const cells = rows.map((row) => [
      row.row,
      t(`verdicts.${row.verdict}`),
      row.label,
      details(row).join(" | "),
    ]);
    const blob = new Blob([`\ufeff${writeRows([heads, ...cells])}`], { type: "text/csv" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${fileName.replace(/\.[a-z0-9]+$/i, "")}-verdicts.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
  return (
    <Button variant="secondary" className="justify-self-start" onClick={save}>
      <Download aria-hidden className="size-5" />
      {t("download")}
    </Button>
  );
}
