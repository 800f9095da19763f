import { BadgeCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { JsonLd } from "@/components/ui/json-ld";
import { env } from "@/env.mjs";
import { DutySection } from "@/features/pharmacies/components/page/duty-section";
import { HoursSection } from "@/features/pharmacies/components/page/hours-section";
import { OpenNearby } from "@/features/pharmacies/components/page/open-nearby";
import { PharmacyFacts } from "@/features/pharmacies/components/page/pharmacy-facts";
import { PharmacyPlace } from "@/features/pharmacies/components/page/pharmacy-place";
import { StateLine } from "@/features/pharmacies/components/page/state-line";
import { pharmacyLd } from "@/features/pharmacies/pharmacy-ld";
import { ReportHours } from "@/features/pharmacy-reports/components/report-hours";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContext } from "@/server/page-context";
import { api } from "@/trpc/server";
import { pharmacyOf } from "./pharmacy-of";
import { reportAction } from "./report-action";

type PageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug } = await params;
  const [t, { name, city }] = await Promise.all([getTranslations("pharmacy"), pharmacyOf(slug)]);
  return {
    title: t("metaTitle", { name, city: city ?? "none" }),
    description: t("metaDescription", { name }),
    alternates: { canonical: `/pharmacies/${slug}` },
  };
}

export default async function PharmacyPage({ params }: PageProps) {
  const { slug } = await params;
  const pharmacy = await pharmacyOf(slug);
  const [t, common, { now }] = await Promise.all([
    getTranslations("pharmacy"),
    getTranslations("common"),
    pageContext(),
  ]);
  const url = new URL(`/pharmacies/${slug}`, env().NEXTAUTH_URL).href;
  const isShut = pharmacy.state?.isOpen === false;
  return (
    <PageContainer>
      <JsonLd data={pharmacyLd(pharmacy, url)} />
      <PageHeader
        title={pharmacy.name}
        lead={pharmacy.city}
        above={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("allPharmacies"), href: "/pharmacies" }, { label: pharmacy.name }]}
          />
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
          <div className="grid justify-items-start gap-3">
            <StateLine pharmacy={pharmacy} now={now} />
            {pharmacy.isVerified && (
              <Badge tone="info" icon={BadgeCheck}>
                {t("verified")}
              </Badge>
            )}
          </div>
          {isShut && <Alternatives slug={slug} />}
          <HoursSection pharmacy={pharmacy} now={now}>
            <ClientMessages only={["pharmacy"]}>
              <ReportHours slug={slug} action={reportAction} />
            </ClientMessages>
          </HoursSection>
          <DutySection pharmacy={pharmacy} now={now} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
          <PharmacyPlace pharmacy={pharmacy} />
          <PharmacyFacts pharmacy={pharmacy} />
        </div>
      </div>
    </PageContainer>
  );
}

const mostAlternatives = 3;

async function Alternatives({ slug }: { slug: string }) {
  const { latitude, longitude } = await pharmacyOf(slug);
  const near = { latitude, longitude };
  const { results } = await (await api()).pharmacies.search({
    near,
    filters: { open: "now" },
    limit: mostAlternatives,
  });
  return <OpenNearby near={near} results={results} />;
}
