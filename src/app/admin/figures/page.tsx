import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { FilterChip } from "@/components/ui/filter-chip";
import { requireRight } from "@/features/accounts/require";
import { BacklogTable } from "@/features/figures/components/backlog-table";
import { FigureChart } from "@/features/figures/components/figure-chart";
import { figuresText } from "@/features/figures/components/figures-text";
import { KeyFigures } from "@/features/figures/components/key-figures";
import { RefusalsTable } from "@/features/figures/components/refusals-table";
import { figureNames, figuresInput, lengths } from "@/features/figures/schema";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("figures");
  return { title: t("title"), robots: { index: false } };
}

type FiguresPageProps = { searchParams: Promise<{ days?: string | string[] }> };

export default async function FiguresPage({ searchParams }: FiguresPageProps) {
  await requireRight("figures.read", "/admin/figures");
  const { t, day } = await figuresText();
  // A damaged address shows the last week.
  const asked = figuresInput.safeParse(await searchParams).data ?? { days: "7" as const };
  const read = await (await api()).figures.read(asked);
  const [first, last] = [read.days[0], read.days.at(-1)].map((one) => (one ? day(one.day) : ""));
  return (
    <PageContainer>
      <PageHeader
        title={t("title")}
        lead={t("lead", { length: read.length, first: first ?? "", last: last ?? "" })}
      />
      <div className="grid grid-cols-1 gap-8">
        <nav aria-label={t("period")} className="flex flex-wrap gap-2">
          {lengths.map((length) => (
            <FilterChip
              key={length}
              href={`/admin/figures?days=${length}`}
              isOn={asked.days === length}
            >
              {t("periodDays", { length })}
            </FilterChip>
          ))}
        </nav>
        <KeyFigures {...read} />
        <BacklogTable backlog={read.backlog} />
        <div className="grid grid-cols-1 gap-6 xl:grid-cols-2">
          {figureNames.map((figure) => (
            <Card key={figure}>
              <FigureChart figure={figure} read={read} />
            </Card>
          ))}
          {read.refusals.length > 0 && (
            <Card>
              <RefusalsTable refusals={read.refusals} />
            </Card>
          )}
        </div>
      </div>
    </PageContainer>
  );
}
