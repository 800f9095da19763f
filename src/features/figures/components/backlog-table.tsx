import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/layout/section";
import type { PlatformFigures } from "../queries/read-figures";
import { figuresText } from "./figures-text";

/** What waits for a verification now, and for how long. */
export async function BacklogTable({ backlog }: Pick<PlatformFigures, "backlog">) {
  const { t, write } = await figuresText();
  return (
    <Section title={t("backlog")} className="grid-cols-1">
      <DataTable
        caption={t("backlogCaption")}
        head={[t("backlogKind"), t("backlogCount"), t("backlogOldest"), t("backlogMedian")]}
        rows={backlog.map(({ kind, count, oldestDays, medianDays }) => ({
          key: kind,
          label: t(`backlog_${kind}`),
          values: [write("count", count), write("days", oldestDays), write("days", medianDays)],
        }))}
      />
    </Section>
  );
}
