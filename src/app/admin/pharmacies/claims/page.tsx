import { Store } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { TabNav } from "@/components/ui/tab-nav";
import { withQuery } from "@/features/accounts/next-path";
import { requireRight } from "@/features/accounts/require";
import { ClaimCard } from "@/features/pharmacy-staff/components/claim-card";
import { claimShows, claimsInput } from "@/features/pharmacy-staff/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pharmacyStaff");
  return { title: t("claimsTitle"), robots: { index: false } };
}

const path = "/admin/pharmacies/claims";
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ClaimsPage({ searchParams }: Props) {
  await requireRight("pharmacies.verify", path);
  const t = await getTranslations("pharmacyStaff");
  // A damaged address shows those to decide.
  const filter = claimsInput.safeParse(await searchParams).data ?? claimsInput.parse({});
  const { rows, next } = await (await api()).pharmacyStaff.claims(filter);
  return (
    <PageContainer>
      <PageHeader
        above={
          <Breadcrumb
            label={t("where")}
            items={[
              { label: t("pharmacies"), href: "/admin/pharmacies" },
              { label: t("claimsTitle") },
            ]}
          />
        }
        title={t("claimsTitle")}
        lead={t("claimsLead")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <TabNav
          label={t("claimsTitle")}
          tabs={claimShows.map((show) => ({
            href: withQuery(path, { show: show === "open" ? null : show }),
            label: t(show === "open" ? "claimsOpen" : "claimsDecided"),
            isCurrent: show === filter.show,
          }))}
        />
        {rows.length === 0 && (
          <EmptyState icon={Store} title={t("claimsNone")}>
            {t("claimsNoneHint")}
          </EmptyState>
        )}
        <ClientMessages only={["pharmacyStaff", "form", "refusals"]}>
          <ApiProvider>
            <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 empty:hidden">
              {rows.map((claim) => (
                <ClaimCard key={claim.id} claim={claim} />
              ))}
            </ul>
          </ApiProvider>
        </ClientMessages>
        <NextPage
          navLabel={t("claimsTitle")}
          label={t("claimsNext")}
          href={next && withQuery(path, { show: filter.show, after: next })}
        />
      </div>
    </PageContainer>
  );
}
