/** Ways to fill a bar, told apart by their pattern first and by their colour second. */

export type Fill = "solid" | "hatched" | "dotted" | "open";

const edges: Record<Fill, string> = {
  solid: "stroke-accent",
  hatched: "stroke-critical",
  dotted: "stroke-ink-muted",
  open: "stroke-accent",
};

type PatternsProps = { /** Of the drawing they are for. */ id: string };

/** The patterns themselves, once in each drawing. */
export function Patterns({ id }: PatternsProps) {
  const shape = { patternUnits: "userSpaceOnUse", width: 6, height: 6 } as const;
  return (
    <defs>
      <pattern id={`${id}-hatched`} {...shape} patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-critical-soft" />
        <line y2="6" strokeWidth="4" className="stroke-critical" />
      </pattern>
      <pattern id={`${id}-dotted`} {...shape}>
        <rect width="6" height="6" className="fill-surface" />
        <circle cx="3" cy="3" r="1.3" className="fill-ink-muted" />
      </pattern>
    </defs>
  );
}

type FilledRectProps = {
  id: string;
  fill: Fill;
  x: string;
  y: number;
  width: string;
  height: number;
};

export function FilledRect({ id, fill, ...place }: FilledRectProps) {
  const isPattern = fill === "hatched" || fill === "dotted";
  const paint = { solid: "fill-accent", open: "fill-accent-soft" };
  return (
    <rect
      {...place}
      fill={isPattern ? `url(#${id}-${fill})` : undefined}
      className={`${edges[fill]} ${isPattern ? "" : paint[fill]}`}
    />
  );
}
