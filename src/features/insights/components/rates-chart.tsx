import { Chart } from "@/components/chart/chart";
import { DataTable } from "@/components/chart/data-table";
import { LineLegend, Lines } from "@/components/chart/lines";
import { roundUp } from "@/components/chart/scale";
import type { WeekFigures } from "../queries/read-insights";
import { addUp, cancelledRate, missedRate } from "../rules";
import { figuresText } from "./figures-text";

/** How many did not come, and how many appointments were called off. */
export async function RatesChart({ weeks }: { weeks: WeekFigures[] }) {
  const { t, week, percent } = await figuresText();
  const labels = weeks.map((one) => week(one.week));
  const all = addUp(weeks);
  const series = [
    { label: t("missedRate"), look: "full", values: weeks.map(missedRate) },
    { label: t("cancelledRate"), look: "dashed", values: weeks.map(cancelledRate) },
  ] as const;
  const top = roundUp(Math.max(10, ...series.flatMap(({ values }) => values.map(Number))));
  return (
    <Chart
      title={t("rates")}
      description={t("ratesDesc", {
        first: labels[0] ?? "",
        last: labels.at(-1) ?? "",
        missed: percent(missedRate(all)),
        cancelled: percent(cancelledRate(all)),
      })}
      top={top}
      format={percent}
      labels={labels}
      legend={<LineLegend series={[...series]} />}
      tableLabel={t("asTable")}
      table={
        <DataTable
          caption={t("rates")}
          head={[t("week"), t("missedShort"), t("cancelledShort")]}
          rows={weeks.map((one) => ({
            key: String(one.week),
            label: week(one.week),
            values: [missedRate(one), cancelledRate(one)].map(percent),
          }))}
        />
      }
    >
      <Lines top={top} series={[...series]} />
    </Chart>
  );
}
