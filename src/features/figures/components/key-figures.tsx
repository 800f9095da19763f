import { Section } from "@/components/layout/section";
import type { PlatformFigures } from "../queries/read-figures";
import { figures } from "../rules";
import { figureNames } from "../schema";
import { figuresText } from "./figures-text";
import { KeyFigure } from "./key-figure";

/** Every figure of all days together, beside that of the days before. */
export async function KeyFigures({ current, before, length }: PlatformFigures) {
  const { t } = await figuresText();
  const heads = figureNames.flatMap((name) => figures[name].heads);
  return (
    <Section title={t("keyFigures")}>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-4">
        {heads.map(({ name, unit, of }) => (
          <KeyFigure
            key={name}
            label={t(name)}
            unit={unit}
            current={of(current)}
            before={of(before)}
            length={length}
          />
        ))}
      </dl>
    </Section>
  );
}
