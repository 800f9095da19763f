import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/layout/section";
import type { Insights, Totals } from "../queries/read-insights";
import { cancelledRate, missedRate, totalOf, utilisation } from "../rules";
import { figuresText } from "./figures-text";

async function keyFigures() {
  const { t, number, percent, days } = await figuresText();
  return [
    { label: t("total"), of: (totals: Totals) => number(totalOf(totals)) },
    { label: t("missedShort"), of: (totals: Totals) => percent(missedRate(totals)) },
    { label: t("cancelledShort"), of: (totals: Totals) => percent(cancelledRate(totals)) },
    { label: t("utilisation"), of: (totals: Totals) => percent(utilisation(totals)) },
    { label: t("waitDays"), of: (totals: Totals) => days(totals.waitDays) },
  ];
}

/** The five figures of all twelve weeks. */
export async function Summary({ totals }: { totals: Totals }) {
  const { t } = await figuresText();
  return (
    <Section title={t("summary")}>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-5">
        {(await keyFigures()).map(({ label, of }) => (
          <div key={label} className="flex flex-col-reverse justify-end">
            <dt className="text-small text-ink-muted">{label}</dt>
            <dd className="text-h2 font-semibold tabular-nums">{of(totals)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** The same for each clinic, beside one another. */
export async function ByClinic({ clinics }: Pick<Insights, "clinics">) {
  const { t } = await figuresText();
  const figures = await keyFigures();
  return (
    <Section title={t("byClinic")} className="grid-cols-1">
      <DataTable
        caption={t("byClinicCaption")}
        head={[t("clinic"), ...figures.map(({ label }) => label)]}
        rows={clinics.map(({ slug, name, totals }) => ({
          key: slug,
          label: name,
          values: figures.map(({ of }) => of(totals)),
        }))}
      />
    </Section>
  );
}
