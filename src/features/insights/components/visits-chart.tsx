import { Bars } from "@/components/chart/bars";
import { Chart } from "@/components/chart/chart";
import { DataTable } from "@/components/chart/data-table";
import { Legend } from "@/components/chart/legend";
import { roundUp } from "@/components/chart/scale";
import type { WeekFigures } from "../queries/read-insights";
import { addUp, totalOf } from "../rules";
import { figuresText } from "./figures-text";

const states = [
  { name: "completed", fill: "solid" },
  { name: "missed", fill: "hatched" },
  { name: "cancelled", fill: "dotted" },
  { name: "ahead", fill: "open" },
] as const;

/** What became of the appointments of each week. */
export async function VisitsChart({ weeks }: { weeks: WeekFigures[] }) {
  const { t, week, number } = await figuresText();
  const labels = weeks.map((one) => week(one.week));
  const top = roundUp(Math.max(...weeks.map(totalOf)));
  return (
    <Chart
      title={t("visits")}
      description={t("visitsDesc", {
        first: labels[0] ?? "",
        last: labels.at(-1) ?? "",
        total: totalOf(addUp(weeks)),
      })}
      top={top}
      format={number}
      labels={labels}
      legend={<Legend items={states.map(({ name, fill }) => ({ label: t(name), fill }))} />}
      tableLabel={t("asTable")}
      table={
        <DataTable
          caption={t("visits")}
          head={[t("week"), ...states.map(({ name }) => t(name)), t("total")]}
          rows={weeks.map((one) => ({
            key: String(one.week),
            label: week(one.week),
            values: [...states.map(({ name }) => one[name]), totalOf(one)].map(number),
          }))}
        />
      }
    >
      <Bars
        top={top}
        bars={weeks.map((one) => ({
          key: String(one.week),
          parts: states.map(({ name, fill }) => ({ fill, value: one[name] })),
          label: totalOf(one) > 0 ? number(totalOf(one)) : null,
        }))}
      />
    </Chart>
  );
}
