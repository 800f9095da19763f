"use client";

import {
  ArrowRight,
  CircleCheck,
  CircleX,
  Copy,
  type LucideIcon,
  Pencil,
  Plus,
  SearchCheck,
} from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import type { Kind } from "../kinds";
import type { RowVerdict, VerdictName } from "../verdicts";
import { useVerdictText } from "./verdict-text";

const looks: Record<VerdictName, { tone: Tone | "neutral"; icon: LucideIcon }> = {
  new: { tone: "positive", icon: Plus },
  change: { tone: "info", icon: Pencil },
  same: { tone: "neutral", icon: CircleCheck },
  refused: { tone: "critical", icon: CircleX },
  duplicate: { tone: "critical", icon: Copy },
  likely: { tone: "caution", icon: SearchCheck },
};

export function VerdictBadge({ verdict }: { verdict: VerdictName }) {
  const { t } = useVerdictText();
  const { tone, icon } = looks[verdict];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`verdicts.${verdict}`)}
    </Badge>
  );
}

/** One row of a file and what becomes of it: a line of a table, on a phone a card. */
export function VerdictRow({ kind, verdict }: { kind: Kind; verdict: RowVerdict }) {
  const { t } = useVerdictText();
  return (
    <tr className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-1.5 py-3 md:table-row">
      <td className="text-ink-muted tabular-nums md:w-14 md:py-2.5 md:pe-3 md:align-top">
        <span className="md:hidden">{t("rowName", { row: verdict.row })}</span>
        <span className="hidden md:inline">{verdict.row}</span>
      </td>
      <td className="justify-self-end md:py-2 md:pe-3 md:align-top md:whitespace-nowrap">
        <VerdictBadge verdict={verdict.verdict} />
      </td>
      <td className="col-span-2 font-medium wrap-anywhere md:w-1/4 md:py-2.5 md:pe-3 md:align-top">
        {verdict.label}
      </td>
      <td className="col-span-2 empty:hidden md:py-2.5 md:align-top md:empty:table-cell">
        <Details kind={kind} verdict={verdict} />
      </td>
    </tr>
  );
}

function Details({ kind, verdict }: { kind: Kind; verdict: RowVerdict }) {
  const { t, problemText, value } = useVerdictText();
  const { problems, changes, firstRow, resembles } = verdict;
  if (problems.length + changes.length === 0 && !firstRow && !resembles) return null;
  return (
    <ul className="grid gap-1 wrap-anywhere">
      {problems.map((problem) => (
        <li key={`${problem.column} ${problem.code}`}>{problemText(problem)}</li>
      ))}
      {changes.map(({ column, before, after }) => (
        <li key={column}>
          <span className="text-ink-muted">{column}: </span>
          <s className="decoration-1">{value(before)}</s>
          <span className="sr-only"> {t("becomes")} </span>
          <ArrowRight aria-hidden className="mx-1 inline size-4 rtl:-scale-x-100" />
          <strong className="font-semibold">{value(after)}</strong>
        </li>
      ))}
      {firstRow && <li>{t("firstRow", { row: firstRow })}</li>}
      {resembles && (
        <li>
          {t("resembles", { label: resembles.label })}{" "}
          <TextLink href={`/admin/${kind}/${resembles.id}`} target="_blank">
            {t("open")}
          </TextLink>
        </li>
      )}
    </ul>
  );
}
