import { Bars } from "@/components/chart/bars";
import { Chart } from "@/components/chart/chart";
import { DataTable } from "@/components/chart/data-table";
import { Legend } from "@/components/chart/legend";
import { roundUp } from "@/components/chart/scale";
import type { WeekFigures } from "../queries/read-insights";
import { addUp, utilisation } from "../rules";
import { figuresText } from "./figures-text";

type UtilisationChartProps = { past: WeekFigures[]; coming: WeekFigures[] };

/** How much of the open time visits take, and how the coming weeks fill up. */
export async function UtilisationChart({ past, coming }: UtilisationChartProps) {
  const { t, week, percent, hours, number } = await figuresText();
  const weeks = [...past, ...coming];
  const labels = weeks.map((one) => week(one.week));
  const top = roundUp(Math.max(100, ...weeks.map((one) => utilisation(one) ?? 0)));
  return (
    <div className="grid grid-cols-1 content-start gap-2">
      <Chart
        title={t("utilisation")}
        description={t("utilisationDesc", {
          first: labels[0] ?? "",
          last: labels.at(-1) ?? "",
          value: percent(utilisation(addUp(past))),
        })}
        top={top}
        format={percent}
        labels={labels}
        legend={
          <Legend
            items={[
              { label: t("past"), fill: "solid" },
              { label: t("coming"), fill: "open" },
            ]}
          />
        }
        tableLabel={t("asTable")}
        table={
          <DataTable
            caption={t("utilisation")}
            head={[t("week"), t("booked"), t("open"), t("utilisation")]}
            rows={weeks.map((one) => ({
              key: String(one.week),
              label: week(one.week),
              values: [hours(one.booked), hours(one.open), percent(utilisation(one))],
            }))}
          />
        }
      >
        <Bars
          top={top}
          bars={weeks.map((one, index) => {
            const value = utilisation(one);
            const fill = index < past.length ? "solid" : "open";
            return {
              key: String(one.week),
              parts: [{ fill, value: value ?? 0 }],
              label: value === null ? null : number(value),
            };
          })}
        />
      </Chart>
      <p className="max-w-prose text-small text-ink-muted">{t("measured")}</p>
    </div>
  );
}
