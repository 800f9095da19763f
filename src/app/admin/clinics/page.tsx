import { Building2, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { TabNav } from "@/components/ui/tab-nav";
import { requireRight } from "@/features/accounts/require";
import { clinicsHref } from "@/features/registry/clinics-url";
import { ClinicRows } from "@/features/registry/components/clinic-rows";
import { ClinicSearch } from "@/features/registry/components/clinic-search";
import { clinicsInput } from "@/features/registry/schema";
import { givenStatuses } from "@/features/registry/schema-names";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registry");
  return { title: t("clinicsTitle"), robots: { index: false } };
}

type Query = Partial<Record<"show" | "text" | "after", string | string[]>>;

export default async function ClinicsPage(props: { searchParams: Promise<Query> }) {
  await requireRight("clinics.edit", "/admin/clinics");
  const t = await getTranslations("registry");
  // A damaged address shows the first page of all.
  const asked = clinicsInput.safeParse(await props.searchParams).data ?? clinicsInput.parse({});
  const { clinics, next, proposed } = await (await api()).registry.clinics(asked);
  const { show, text } = asked;
  const tabs = ["proposed", "all", ...givenStatuses] as const;
  const isNoProposal = show === "proposed" && text === "";
  return (
    <PageContainer>
      <PageHeader
        title={t("clinicsTitle")}
        lead={t("clinicsLead")}
        actions={
          <ButtonLink href="/admin/clinics/new">
            <Plus aria-hidden className="size-5" />
            {t("newClinic")}
          </ButtonLink>
        }
      />
      <div className="grid grid-cols-1 gap-6">
        <TabNav
          label={t("filter")}
          tabs={tabs.map((tab) => ({
            href: clinicsHref({ show: tab, text }),
            label: tab === "all" ? t("showAll") : t(`status.${tab}`),
            isCurrent: tab === show,
            ...(tab === "proposed" ? { count: proposed } : {}),
          }))}
        />
        <ClinicSearch action="/admin/clinics" text={text} kept={show === "all" ? {} : { show }} />
        {clinics.length > 0 ? (
          <>
            <p role="status" className="text-small text-ink-muted">
              {t("found", { count: clinics.length })}
            </p>
            <ClinicRows clinics={clinics} />
          </>
        ) : (
          <EmptyState
            icon={Building2}
            title={t(isNoProposal ? "noneProposed" : "none")}
            actions={
              <ButtonLink href="/admin/clinics" variant="secondary">
                {t("searchOff")}
              </ButtonLink>
            }
          >
            {t(isNoProposal ? "noneProposedHint" : "noneHint")}
          </EmptyState>
        )}
        <NextPage
          navLabel={t("clinicsTitle")}
          label={t("next")}
          href={next && clinicsHref({ ...asked, after: next })}
        />
      </div>
    </PageContainer>
  );
}
