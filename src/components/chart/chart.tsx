import { type ReactNode, useId } from "react";

type ChartProps = {
  title: string;
  /** What it shows, in a sentence: the picture is this to those who do not see it. */
  description: string;
  /** Top of the axis, which begins at zero. */
  top: number;
  /** A number of the axis, written out. */
  format: (value: number) => string;
  /** Below the picture, each at the left end of its place: as many of them as there is room for. */
  labels: string[];
  legend?: ReactNode;
  /** Drawn into a box whose height is `chartHeight` and whose width is 100%. */
  children: ReactNode;
  /** The same as a table. */
  table: ReactNode;
  tableLabel: string;
};

/** Pixels, of which the topmost are left for what stands above a bar. */
export const chartHeight = 200;
const headroom = 22;

/** Where a value stands, in pixels from above. */
export function heightOf(value: number, top: number): number {
  return chartHeight - (value / top) * (chartHeight - headroom);
}

/**
 * The frame of a chart drawn on the server: places are in percent of the width, so that it fits any
 * screen and its words keep their size.
 */
export function Chart(props: ChartProps) {
  const { title, description, top, format, labels, legend, table, tableLabel } = props;
  const id = useId();
  const lines = [top, top / 2, 0];
  const every = labels.length > 16 ? 8 : 4;
  return (
    <figure className="grid grid-cols-1 content-start gap-3">
      <figcaption className="text-h3">{title}</figcaption>
      {legend}
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-caption text-ink-muted">
        <div aria-hidden className="relative min-w-8" style={{ height: chartHeight }}>
          {lines.map((value) => (
            <span
              key={value}
              className="absolute end-0 -translate-y-1/2 tabular-nums"
              style={{ top: heightOf(value, top) }}
            >
              {format(value)}
            </span>
          ))}
          <span className="invisible">{format(top)}</span>
        </div>
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          width="100%"
          height={chartHeight}
          className="overflow-visible"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{description}</desc>
          {lines.map((value) => (
            <line
              key={value}
              x1="0"
              x2="100%"
              y1={heightOf(value, top)}
              y2={heightOf(value, top)}
              className={value === 0 ? "stroke-line-strong" : "stroke-line"}
            />
          ))}
          {props.children}
        </svg>
        <div aria-hidden className="relative col-start-2 h-6">
          {labels.map((label, index) =>
            index % every === 0 ? (
              <span
                key={label}
                className="absolute whitespace-nowrap"
                style={{ insetInlineStart: `${(index / labels.length) * 100}%` }}
              >
                {label}
              </span>
            ) : null,
          )}
        </div>
      </div>
      <details>
        <summary className="inline-flex min-h-touch cursor-pointer items-center rounded-control text-small font-semibold text-accent">
          {tableLabel}
        </summary>
        {table}
      </details>
    </figure>
  );
}
