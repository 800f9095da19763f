import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/layout/section";
import type { PlatformFigures } from "../queries/read-figures";
import { figuresText } from "./figures-text";

const mostShown = 10;

/** Why requests were refused, by the ten most frequent reasons. */
export async function RefusalsTable({ refusals }: Pick<PlatformFigures, "refusals">) {
  const { t, write } = await figuresText();
  if (refusals.length === 0) return null;
  return (
    <Section title={t("refusals")} className="grid-cols-1">
      <DataTable
        caption={t("refusals")}
        head={[t("refusalCode"), t("refusalCount")]}
        rows={refusals.slice(0, mostShown).map(({ code, count }) => ({
          key: code,
          label: (
            <span className="first-letter:uppercase">
              {code.toLowerCase().replaceAll("_", " ")}
            </span>
          ),
          values: [write("count", count)],
        }))}
      />
    </Section>
  );
}
