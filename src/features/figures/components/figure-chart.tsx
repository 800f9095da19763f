import { Download } from "lucide-react";
import { Bars } from "@/components/chart/bars";
import { Chart } from "@/components/chart/chart";
import { DataTable } from "@/components/chart/data-table";
import type { Fill } from "@/components/chart/fills";
import { Legend } from "@/components/chart/legend";
import { LineLegend, Lines, type Series } from "@/components/chart/lines";
import { roundUp } from "@/components/chart/scale";
import { buttonClass } from "@/components/ui/button-class";
import type { PlatformFigures } from "../queries/read-figures";
import { type DayFigures, type Figure, figures } from "../rules";
import type { FigureName } from "../schema";
import { figuresText } from "./figures-text";

const fills: Fill[] = ["solid", "hatched", "dotted", "open"];
const looks: Series["look"][] = ["full", "dashed"];
/** More bars than this leave no room for numbers above them. */
const mostLabelled = 12;

type FigureChartProps = { figure: FigureName; read: PlatformFigures };

/** One figure day by day: a picture, the same as a table, and as a file. */
export async function FigureChart({ figure, read }: FigureChartProps) {
  const { t, day, write, tenths } = await figuresText();
  const { heads, look, drawn, table } = figures[figure];
  const { days, current, length } = read;
  const labels = days.map((one) => day(one.day));
  const named = drawn.map((column) => ({ ...column, label: t(column.name) }));
  const top = topOf(figures[figure], days);
  const unit = heads[0]?.unit ?? "count";
  const summary = heads.map(({ name, unit, of }) =>
    t("headText", { name: t(name), value: write(unit, of(current)) }),
  );
  const series = named.map(({ label, of }, index) => ({
    label,
    look: looks[index] ?? "full",
    values: days.map(of),
  }));
  return (
    <div className="grid grid-cols-1 content-start gap-2">
      <Chart
        title={t(figure)}
        description={t("chartDesc", {
          note: t(`${figure}Note`),
          first: labels[0] ?? "",
          last: labels.at(-1) ?? "",
          heads: summary.join(" "),
        })}
        top={top}
        format={(value) => (unit === "percent" ? write(unit, value) : tenths(value))}
        labels={labels}
        legend={
          drawn.length > 1 &&
          (look === "lines" ? (
            <LineLegend series={series} />
          ) : (
            <Legend
              items={named.map(({ label }, index) => ({ label, fill: fills[index] ?? "solid" }))}
            />
          ))
        }
        tableLabel={t("asTable")}
        table={
          <DataTable
            caption={t(figure)}
            head={[t("day"), ...table.map(({ name }) => t(name))]}
            rows={days.map((one) => ({
              key: String(one.day),
              label: day(one.day),
              values: table.map(({ unit, of }) => write(unit, of(one))),
            }))}
          />
        }
      >
        {look === "lines" ? (
          <Lines top={top} series={series} />
        ) : (
          <Bars
            top={top}
            bars={days.map((one) => {
              const parts = named.map(({ of }, index) => ({
                fill: fills[index] ?? "solid",
                value: of(one) ?? 0,
              }));
              const sum = parts.reduce((all, { value }) => all + value, 0);
              const isLabelled = sum > 0 && days.length <= mostLabelled;
              return { key: String(one.day), parts, label: isLabelled ? tenths(sum) : null };
            })}
          />
        )}
      </Chart>
      <p className="max-w-prose text-small text-ink-muted">{t(`${figure}Note`)}</p>
      <div className="-ms-4" data-print="hide">
        <a
          href={`/admin/figures/${figure}?days=${length}`}
          download
          aria-label={t("csvOf", { figure: t(figure) })}
          className={buttonClass({ variant: "quiet" })}
        >
          <Download aria-hidden className="size-4" />
          {t("csv")}
        </a>
      </div>
    </div>
  );
}

/** Where the axis ends: above all that is stacked, or above every line. */
function topOf({ look, drawn }: Figure, days: readonly DayFigures[]): number {
  const values = days.map((day) => {
    const parts = drawn.map(({ of }) => of(day) ?? 0);
    return look === "lines" ? Math.max(...parts) : parts.reduce((sum, part) => sum + part, 0);
  });
  return roundUp(Math.max(...values));
}
