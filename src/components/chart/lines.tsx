import { heightOf } from "./chart";

export type Series = {
  label: string;
  look: "full" | "dashed";
  /** Null where there is nothing to measure: the line has a gap there. */
  values: (number | null)[];
};

const looks = {
  full: { line: "stroke-critical", dash: undefined, point: "fill-critical" },
  dashed: { line: "stroke-ink-muted", dash: "6 5", point: "fill-ink-muted" },
};

/** Lines over the whole width, told apart by their dashes and the shape of their points. */
export function Lines({ series, top }: { series: Series[]; top: number }) {
  return series.map(({ label, look, values }) => {
    const { line, dash, point } = looks[look];
    const x = (index: number) => `${((index + 0.5) / values.length) * 100}%`;
    return (
      <g key={label}>
        {values.map((value, index) => {
          const before = values[index - 1];
          if (value === null) return null;
          const y = heightOf(value, top);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place on the axis is its index
            <g key={index}>
              {before !== null && before !== undefined && (
                <line
                  x1={x(index - 1)}
                  y1={heightOf(before, top)}
                  x2={x(index)}
                  y2={y}
                  strokeWidth="2"
                  strokeDasharray={dash}
                  className={line}
                />
              )}
              <Point look={look} x={x(index)} y={y} className={point} />
            </g>
          );
        })}
      </g>
    );
  });
}

type PointProps = { look: Series["look"]; x: string; y: number; className: string };

function Point({ look, x, y, className }: PointProps) {
  if (look === "full") return <circle cx={x} cy={y} r="4" className={className} />;
  return (
    <svg x={x} y={y} aria-hidden="true" className="overflow-visible">
      <rect x="-4" y="-4" width="8" height="8" className={className} />
    </svg>
  );
}

/** What each line means. */
export function LineLegend({ series }: { series: Pick<Series, "label" | "look">[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      {series.map(({ label, look }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="28" height="14">
            <line
              x1="0"
              x2="28"
              y1="7"
              y2="7"
              strokeWidth="2"
              strokeDasharray={looks[look].dash}
              className={looks[look].line}
            />
            <Point look={look} x="14" y={7} className={looks[look].point} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
