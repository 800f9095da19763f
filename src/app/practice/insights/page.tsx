import { ChartColumn } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { requireRole } from "@/features/accounts/require";
import { RatesChart } from "@/features/insights/components/rates-chart";
import { ByClinic, Summary } from "@/features/insights/components/summary";
import { UtilisationChart } from "@/features/insights/components/utilisation-chart";
import { VisitsChart } from "@/features/insights/components/visits-chart";
import { WaitingChart } from "@/features/insights/components/waiting-chart";
import { totalOf } from "@/features/insights/rules";
import { insightsInput } from "@/features/insights/schema";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("insights");
  return { title: t("title"), robots: { index: false } };
}

type InsightsPageProps = { searchParams: Promise<{ clinic?: string | string[] }> };

export default async function InsightsPage({ searchParams }: InsightsPageProps) {
  await requireRole("doctor", "/practice/insights");
  const t = await getTranslations("insights");
  // A damaged address shows all clinics.
  const asked = insightsInput.safeParse(await searchParams).data ?? {};
  const { clinics, chosen, past, coming, totals } = await (await api()).insights.read(asked);
  const isEmpty = totalOf(totals) === 0 && coming.every((week) => totalOf(week) === 0);
  return (
    <PageContainer>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid grid-cols-1 gap-8">
        {clinics.length > 1 && (
          <nav aria-label={t("clinicFilter")} className="flex flex-wrap gap-2">
            <FilterChip href="/practice/insights" isOn={!chosen}>
              {t("allClinics")}
            </FilterChip>
            {clinics.map(({ slug, name }) => (
              <FilterChip
                key={slug}
                href={`/practice/insights?clinic=${slug}`}
                isOn={chosen?.slug === slug}
              >
                {name}
              </FilterChip>
            ))}
          </nav>
        )}
        {isEmpty ? (
          <EmptyState
            icon={ChartColumn}
            title={t("none")}
            actions={<ButtonLink href="/practice">{t("hoursLink")}</ButtonLink>}
          >
            {t("noneHint")}
          </EmptyState>
        ) : (
          <>
            <Summary totals={totals} />
            <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
              <Card>
                <VisitsChart weeks={past} />
              </Card>
              <Card>
                <UtilisationChart past={past} coming={coming} />
              </Card>
              <Card>
                <RatesChart weeks={past} />
              </Card>
              <Card>
                <WaitingChart weeks={past} totals={totals} />
              </Card>
            </div>
            {!chosen && clinics.length > 1 && <ByClinic clinics={clinics} />}
          </>
        )}
      </div>
    </PageContainer>
  );
}
