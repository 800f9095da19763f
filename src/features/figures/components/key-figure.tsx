import type { Unit } from "../rules";
import { figuresText } from "./figures-text";
import { Trend } from "./trend";

type KeyFigureProps = {
  label: string;
  unit: Unit;
  current: number | null;
  before: number | null;
  /** Days of both. */
  length: number;
};

/** One figure in a list of terms, beside that of the days before. */
export async function KeyFigure({ label, ...figure }: KeyFigureProps) {
  const { write } = await figuresText();
  return (
    <div className="grid content-start gap-1 border-s-3 border-line ps-3">
      <dt className="text-small font-medium">{label}</dt>
      <dd className="text-h2 font-semibold tabular-nums">{write(figure.unit, figure.current)}</dd>
      <dd>
        <Trend {...figure} />
      </dd>
    </div>
  );
}
