import { DataTable } from "@/components/chart/data-table";
import type { PlatformFigures } from "../queries/read-figures";
import { figuresText } from "./figures-text";

const mostShown = 10;

/** Why requests were refused, by the ten most frequent reasons. */
export async function RefusalsTable({ refusals }: Pick<PlatformFigures, "refusals">) {
  const { t, write } = await figuresText();
  return (
    <div className="grid grid-cols-1 gap-3">
      <h3 className="text-h3">{t("refusals")}</h3>
      <DataTable
        caption={t("refusals")}
        head={[t("refusalCode"), t("refusalCount")]}
        rows={refusals.slice(0, mostShown).map(({ code, count }) => ({
          key: code,
          label: (
            <span className="inline-block first-letter:uppercase">
              {code.toLowerCase().replaceAll("_", " ")}
            </span>
          ),
          values: [write("count", count)],
        }))}
      />
    </div>
  );
}
