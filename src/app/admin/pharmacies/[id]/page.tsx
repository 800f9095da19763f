import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { requireRight } from "@/features/accounts/require";
import { RuleLines } from "@/features/opening-hours/components/rule-lines";
import { PharmacyForm } from "@/features/registry/components/pharmacy-form";
import { pharmacyRef } from "@/features/registry/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { api, orNotFound } from "@/trpc/server";
import { placeChoices } from "../../form-choices";

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const pharmacyOf = cache(async (pharmacyId: string) => {
  if (!pharmacyRef.safeParse({ pharmacyId }).success) notFound();
  return orNotFound((await api()).registry.pharmacy({ pharmacyId }));
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id: pharmacyId } = await params;
  await requireRight("pharmacies.edit", `/admin/pharmacies/${pharmacyId}`);
  return { title: (await pharmacyOf(pharmacyId)).facts.name, robots: { index: false } };
}

export default async function PharmacyPage({ params, searchParams }: PageProps) {
  const { id: pharmacyId } = await params;
  await requireRight("pharmacies.edit", `/admin/pharmacies/${pharmacyId}`);
  const [pharmacy, t, choices, { done }] = await Promise.all([
    pharmacyOf(pharmacyId),
    getTranslations("registry"),
    placeChoices(),
    searchParams,
  ]);
  const { id, revision, facts, isVerified, hours, hoursAsWritten, oldSlugs } = pharmacy;
  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href="/admin/pharmacies">{t("pharmacies")}</TextLink>}
        title={facts.name}
        lead={
          <Badge tone={isVerified ? "positive" : "neutral"}>
            {t(isVerified ? "verified" : "notVerified")}
          </Badge>
        }
      />
      <div className="grid gap-12">
        {done === "hours" && <Notice tone="positive">{t("hoursSaved")}</Notice>}
        {done === "created" && <Notice tone="positive">{t("pharmacyCreated")}</Notice>}
        <ClientMessages only={["registry", "form", "refusals", "map"]}>
          <ApiProvider>
            <PharmacyForm {...choices} pharmacy={{ id, revision, isVerified, facts }} />
          </ApiProvider>
        </ClientMessages>
        <Section title={t("hours")}>
          {hours ? <RuleLines rules={hours.rules} /> : <p>{t("hoursNone")}</p>}
          {!hours && hoursAsWritten && <p>{t("hoursUnread", { text: hoursAsWritten })}</p>}
          <p>
            <TextLink href={`/admin/pharmacies/${id}/hours`}>{t("editHours")}</TextLink>
          </p>
        </Section>
        {oldSlugs.length > 0 && (
          <Section title={t("oldSlugs")}>
            <ul className="grid gap-1">
              {oldSlugs.map((slug) => (
                <li key={slug} className="wrap-anywhere">
                  {slug}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </PageContainer>
  );
}
