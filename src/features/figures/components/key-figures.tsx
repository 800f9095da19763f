import { Section } from "@/components/layout/section";
import type { PlatformFigures } from "../queries/read-figures";
import { figures } from "../rules";
import { figureNames } from "../schema";
import { figuresText } from "./figures-text";
import { Trend } from "./trend";

/** Every figure of all days together, beside that of the days before. */
export async function KeyFigures({ current, before, length }: PlatformFigures) {
  const { t, write } = await figuresText();
  const heads = figureNames.flatMap((name) => figures[name].heads);
  return (
    <Section title={t("keyFigures")}>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-4">
        {heads.map(({ name, unit, of }) => (
          <div key={name} className="grid content-start gap-1 border-s-3 border-line ps-3">
            <dt className="text-small font-medium">{t(name)}</dt>
            <dd className="text-h2 font-semibold tabular-nums">{write(unit, of(current))}</dd>
            <dd>
              <Trend unit={unit} current={of(current)} before={of(before)} length={length} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
