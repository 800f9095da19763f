import { Bars } from "@/components/chart/bars";
import { Chart } from "@/components/chart/chart";
import { DataTable } from "@/components/chart/data-table";
import { roundUp } from "@/components/chart/scale";
import type { Totals, WeekFigures } from "../queries/read-insights";
import { figuresText } from "./figures-text";

/** How long patients waited for their visit. */
export async function WaitingChart({ weeks, totals }: { weeks: WeekFigures[]; totals: Totals }) {
  const { t, week, days, number } = await figuresText();
  const labels = weeks.map((one) => week(one.week));
  const top = roundUp(Math.max(...weeks.map((one) => one.waitDays ?? 0)));
  return (
    <div className="grid grid-cols-1 content-start gap-2">
      <Chart
        title={t("waiting")}
        description={t("waitingDesc", {
          first: labels[0] ?? "",
          last: labels.at(-1) ?? "",
          value: days(totals.waitDays),
        })}
        top={top}
        format={number}
        labels={labels}
        tableLabel={t("asTable")}
        table={
          <DataTable
            caption={t("waiting")}
            head={[t("week"), t("waitDays")]}
            rows={weeks.map((one) => ({
              key: String(one.week),
              label: week(one.week),
              values: [days(one.waitDays)],
            }))}
          />
        }
      >
        <Bars
          top={top}
          bars={weeks.map(({ week: monday, waitDays }) => ({
            key: String(monday),
            parts: [{ fill: "solid", value: waitDays ?? 0 }],
            label: waitDays === null ? null : number(Math.round(waitDays)),
          }))}
        />
      </Chart>
      <p className="max-w-prose text-small text-ink-muted">{t("waitingNote")}</p>
    </div>
  );
}
