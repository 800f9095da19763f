import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { TabNav } from "@/components/ui/tab-nav";
import { TextLink } from "@/components/ui/text-link";
import { requireRight } from "@/features/accounts/require";
import { RuleLines } from "@/features/opening-hours/components/rule-lines";
import { ReportedCard } from "@/features/pharmacy-reports/components/reported-card";
import { reportSorts, reportsInput } from "@/features/pharmacy-reports/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pharmacy");
  return { title: t("reportsTitle"), robots: { index: false } };
}

const path = "/admin/pharmacies/reports";
type Query = Record<"sort" | "after", string | string[] | undefined>;

export default async function ReportsPage(props: { searchParams: Promise<Partial<Query>> }) {
  const { rights } = await requireRight("pharmacies.reports", path);
  const t = await getTranslations("pharmacy");
  // A damaged address shows the first page of those that wait longest.
  const asked = reportsInput.safeParse(await props.searchParams).data ?? reportsInput.parse({});
  const { pharmacies, next } = await (await api()).pharmacyReports.list(asked);
  return (
    <PageContainer width="text">
      <PageHeader
        above={
          rights.has("pharmacies.verify") && (
            <TextLink href="/admin/pharmacies">{t("allPharmacies")}</TextLink>
          )
        }
        title={t("reportsTitle")}
        lead={t("reportsLead")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <TabNav
          label={t("reportsSort")}
          tabs={reportSorts.map((sort) => ({
            href: `${path}?sort=${sort}`,
            label: t(`sort.${sort}`),
            isCurrent: sort === asked.sort,
          }))}
        />
        {pharmacies.length === 0 && (
          <EmptyState icon={CircleCheck} title={t("reportsNone")}>
            {t("reportsNoneHint")}
          </EmptyState>
        )}
        <ClientMessages only={["pharmacy", "form", "refusals"]}>
          <ApiProvider>
            <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 empty:hidden">
              {pharmacies.map((pharmacy) => (
                <ReportedCard
                  key={pharmacy.id}
                  pharmacy={pharmacy}
                  mayEdit={rights.has("pharmacies.edit")}
                  hours={
                    pharmacy.hours ? (
                      <RuleLines rules={pharmacy.hours.rules} />
                    ) : (
                      (pharmacy.hoursAsWritten ?? t("hoursUnknown"))
                    )
                  }
                />
              ))}
            </ul>
          </ApiProvider>
        </ClientMessages>
      </div>
      <NextPage
        navLabel={t("reportsTitle")}
        label={t("reportsNext")}
        href={next && `${path}?sort=${asked.sort}&after=${next}`}
      />
    </PageContainer>
  );
}
