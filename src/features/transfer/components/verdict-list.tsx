"use client";

import { useMemo, useRef, useState } from "react";
import { RadioChip } from "@/components/ui/radio-chip";
import { type RowVerdict, type VerdictName, verdictNames } from "../verdicts";
import { Pager } from "./pager";
import type { Checked } from "./use-import";
import { VerdictTable } from "./verdict-table";
import { useVerdictText } from "./verdict-text";

const pageSize = 50;
type Filter = "all" | "differing" | VerdictName;

/** Every row with its verdict, a page at a time; one kind of verdict alone where somebody asks. */
export function VerdictList({ checked }: { checked: Checked }) {
  const { t } = useVerdictText();
  const { rows, totals, differing, about } = checked;
  const [filter, setFilter] = useState<Filter>(differing?.size ? "differing" : "all");
  const [page, setPage] = useState(0);
  const start = useRef<HTMLTableElement>(null);
  const shown = useMemo(
    () => rows.filter((row) => isShown(row, filter, differing)),
    [rows, filter, differing],
  );
  const filters: [Filter, number][] = [
    ["all", rows.length],
    ...(differing ? [["differing", differing.size] as [Filter, number]] : []),
    ...verdictNames.map((name): [Filter, number] => [name, totals[name]]),
  ];
  const nameOf = (name: Filter) =>
    name === "all" || name === "differing" ? t(name) : t(`verdicts.${name}`);

  return (
    <div className="grid gap-4">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t("filter")}</legend>
        {filters.map(([name, count]) => (
          <RadioChip
            key={name}
            name="verdict"
            checked={filter === name}
            disabled={count === 0 && name !== "all"}
            onChange={() => {
              setFilter(name);
              setPage(0);
            }}
            label={`${nameOf(name)} ${count.toLocaleString("en")}`}
          />
        ))}
      </fieldset>
      {shown.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      <VerdictTable
        start={start}
        kind={about.kind}
        rows={shown.slice(page * pageSize, (page + 1) * pageSize)}
      />
      <Pager
        count={shown.length}
        pageSize={pageSize}
        page={page}
        onTurn={(to) => {
          setPage(to);
          start.current?.focus();
        }}
      />
    </div>
  );
}

function isShown(row: RowVerdict, filter: Filter, differing: Checked["differing"]): boolean {
  if (filter === "differing") return differing?.has(row.row) ?? false;
  return filter === "all" || row.verdict === filter;
}
