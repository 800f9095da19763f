import { useId } from "react";
import { type Fill, FilledRect, Patterns } from "./fills";

export type LegendItem = { label: string; fill: Fill };

/** What each pattern means. */
export function Legend({ items }: { items: LegendItem[] }) {
  const id = useId();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      {items.map(({ label, fill }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="18" height="14">
            <Patterns id={`${id}-${fill}`} />
            <FilledRect id={`${id}-${fill}`} fill={fill} x="1" y={1} width="16" height={12} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
