"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { useFieldId } from "@/components/form/form-id";
import { Section } from "@/components/layout/section";
import { Select } from "@/components/ui/select";
import { type Grants, type Module, moduleOf, modules, type Right, rights } from "@/lib/rights";
import { choices, rightKey } from "../form-schema";
import { sourceOf } from "../rules";
import { SourceMark } from "./source-mark";

type MatrixProps = { now: Grants | null; wished: Grants | null };

const columns = "lg:grid-cols-[minmax(0,4fr)_13rem_minmax(0,2fr)_minmax(0,3fr)]";

/** Every right of every room: what this person has of it now, what is chosen, and what then holds. */
export function RightsMatrix(props: MatrixProps) {
  const t = useTranslations("administrators");
  return (
    <Section title={t("matrix")}>
      <p className="text-ink-muted">{t("matrixHint")}</p>
      <div
        aria-hidden
        className={`hidden gap-4 border-b border-line-strong pb-2 text-small font-semibold lg:grid ${columns}`}
      >
        {(["colRight", "colSet", "colNow", "colThen"] as const).map((column) => (
          <span key={column}>{t(column)}</span>
        ))}
      </div>
      {modules.map((module) => (
        <RightsOfRoom key={module} {...props} module={module} />
      ))}
    </Section>
  );
}

function RightsOfRoom({ module, ...props }: MatrixProps & { module: Module }) {
  const t = useTranslations("administrators");
  const title = t(`module_${module}`);
  return (
    <div>
      <h3 className="text-h3">{title}</h3>
      <ul aria-label={title} className="divide-y divide-line">
        {rights
          .filter((right) => moduleOf(right) === module)
          .map((right) => (
            <RightRow key={right} {...props} right={right} />
          ))}
      </ul>
    </div>
  );
}

function RightRow({ right, now, wished }: MatrixProps & { right: Right }) {
  const t = useTranslations("administrators");
  const name = `choices.${rightKey(right)}`;
  // Not `register`: it takes the first choice, which stands there without one, for what was chosen.
  const { field } = useController({ name });
  const label = t(`right_${rightKey(right)}`);
  const [before, after] = [sourceOf(now, right), sourceOf(wished, right)];
  return (
    <li className={`grid items-center gap-x-4 gap-y-2 py-2 ${columns}`}>
      <span className="font-medium">{label}</span>
      <Select
        {...field}
        id={useFieldId(name)}
        aria-label={t("setFor", { right: label })}
        options={choices.map((choice) => ({ value: choice, label: t(`set_${choice}`) }))}
      />
      <SourceMark label={t("colNow")} source={before} />
      <SourceMark label={t("colThen")} source={after} before={before} />
    </li>
  );
}
