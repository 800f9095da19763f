import { useId } from "react";
import { heightOf } from "./chart";
import { type Fill, FilledRect, Patterns } from "./fills";

export type Bar = {
  key: string;
  /** From below; what is zero is not drawn. */
  parts: { fill: Fill; value: number }[];
  /** Written above it; null where there is nothing to say. */
  label: string | null;
};

/** Bars of stacked parts, side by side over the whole width. */
export function Bars({ bars, top }: { bars: Bar[]; top: number }) {
  const id = useId();
  const place = 100 / bars.length;
  return (
    <>
      <Patterns id={id} />
      {bars.map(({ key, parts, label }, index) => {
        let sum = 0;
        const drawn = parts.filter(({ value }) => value > 0);
        const rects = drawn.map(({ fill, value }) => {
          const foot = heightOf(sum, top);
          sum += value;
          const y = heightOf(sum, top);
          const at = { x: `${(index + 0.15) * place}%`, width: `${0.7 * place}%` };
          return <FilledRect key={fill} id={id} fill={fill} {...at} y={y} height={foot - y} />;
        });
        return (
          <g key={key}>
            {rects}
            {label && (
              <text
                x={`${(index + 0.5) * place}%`}
                y={heightOf(sum, top) - 6}
                textAnchor="middle"
                className={`fill-ink text-caption tabular-nums ${bars.length > 12 ? "max-sm:hidden" : ""}`}
              >
                {label}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
