import { Store } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { requireRight } from "@/features/accounts/require";
import { ListFilters } from "@/features/verification/components/list-filters";
import { PharmacyCard } from "@/features/verification/components/pharmacy-card";
import { listHref } from "@/features/verification/list-url";
import { pharmaciesInput, pharmacyShows } from "@/features/verification/schema";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification");
  return { title: t("pharmaciesTitle"), robots: { index: false } };
}

const path = "/admin/pharmacies";
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PharmaciesPage({ searchParams }: Props) {
  const { rights } = await requireRight("pharmacies.verify", path);
  const mayEdit = rights.has("pharmacies.edit");
  const t = await getTranslations("verification");
  // A damaged address shows those to check.
  const filter = pharmaciesInput.safeParse(await searchParams).data ?? pharmaciesInput.parse({});
  const { rows, next } = await (await api()).verification.pharmacies(filter);
  return (
    <PageContainer>
      <PageHeader
        title={t("pharmaciesTitle")}
        lead={t("pharmaciesLead")}
        actions={
          <>
            <ButtonLink href={`${path}/claims`} variant="secondary">
              {t("pharmacyClaims")}
            </ButtonLink>
            {rights.has("pharmacies.reports") && (
              <ButtonLink href={`${path}/reports`} variant="secondary">
                {t("pharmacyReports")}
              </ButtonLink>
            )}
            {mayEdit && (
              <>
                <ButtonLink href={`${path}/duplicates`} variant="secondary">
                  {t("pharmacyDoubles")}
                </ButtonLink>
                <ButtonLink href={`${path}/new`}>{t("pharmacyNew")}</ButtonLink>
              </>
            )}
          </>
        }
      />
      <ListFilters
        path={path}
        searchLabel={t("pharmaciesSearch")}
        shows={pharmacyShows}
        filter={filter}
      />
      {rows.length === 0 && (
        <EmptyState icon={Store} title={t("pharmaciesNone")}>
          {t("pharmaciesNoneHint")}
        </EmptyState>
      )}
      <ul className="grid gap-4 empty:hidden">
        {rows.map((row) => (
          <PharmacyCard key={row.id} row={row} mayEdit={mayEdit} />
        ))}
      </ul>
      <NextPage
        navLabel={t("pharmaciesTitle")}
        label={t("next")}
        href={next && listHref(path, { ...filter, after: next })}
      />
    </PageContainer>
  );
}
