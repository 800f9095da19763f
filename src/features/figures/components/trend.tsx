import { Equal, TrendingDown, TrendingUp } from "lucide-react";
import { trendOf, type Unit } from "../rules";
import { figuresText } from "./figures-text";

type TrendProps = { unit: Unit; current: number | null; before: number | null; length: number };

/** How a figure compares with the days before: in words, with its number and its sign. */
export async function Trend({ unit, current, before, length }: TrendProps) {
  const { t, write } = await figuresText();
  const trend = trendOf(current, before);
  if (!trend) return <span className="text-small text-ink-muted">{t("trendUnknown")}</span>;
  const isMore = trend.by > 0;
  const Icon = trend.by === 0 ? Equal : isMore ? TrendingUp : TrendingDown;
  const days = t("days", { value: length });
  const said = () => {
    if (trend.by === 0) return t("trendSame", { days });
    const size = Math.abs(trend.by);
    const by = write(unit, size);
    if (unit === "percent") return t(isMore ? "trendHigher" : "trendLower", { by: size, days });
    if (unit === "days") return t(isMore ? "trendLonger" : "trendShorter", { by, days });
    if (trend.percent === null) return t(isMore ? "trendMore" : "trendLess", { by, days });
    const percent = Math.abs(trend.percent);
    return t(isMore ? "trendMorePercent" : "trendLessPercent", { by, percent, days });
  };
  return (
    <span className="flex items-start gap-1.5 text-small text-ink-muted">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      {said()}
    </span>
  );
}
