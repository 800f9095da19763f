import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/text-link";
import { DistrictDuty } from "@/features/duty/components/district-duty";
import { publicDistrictInput } from "@/features/duty/schema";
import { pageContext } from "@/server/page-context";
import { api, orNotFound } from "@/trpc/server";

type PageProps = { params: Promise<{ slug: string }> };

const dutyOf = cache(async (slug: string) => {
  const asked = publicDistrictInput.safeParse({ slug });
  if (!asked.success) notFound();
  return orNotFound((await api()).duty.get(asked.data));
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug } = await params;
  const [t, { name }] = await Promise.all([getTranslations("duty"), dutyOf(slug)]);
  return {
    title: t("districtTitle", { name }),
    description: t("description", { name }),
    alternates: { canonical: `/pharmacies/duty/${slug}` },
  };
}

export default async function DistrictDutyPage({ params }: PageProps) {
  const { slug } = await params;
  const [t, district, { now }] = await Promise.all([
    getTranslations("duty"),
    dutyOf(slug),
    pageContext(),
  ]);
  return (
    <PageContainer width="text">
      <PageHeader
        above={
          <TextLink href="/pharmacies/duty" data-print="hide">
            {t("allDistricts")}
          </TextLink>
        }
        title={t("districtTitle", { name: district.name })}
        lead={t("districtLead")}
      />
      <DistrictDuty district={district} nowMs={now.epochMilliseconds} level={2} />
    </PageContainer>
  );
}
