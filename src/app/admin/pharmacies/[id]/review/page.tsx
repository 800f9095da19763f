import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { requireRight } from "@/features/accounts/require";
import { Claim } from "@/features/verification/components/claim";
import { pharmacyLines } from "@/features/verification/components/claim-lines";
import { DecisionSection } from "@/features/verification/components/decision-section";
import { DuplicatePharmacies } from "@/features/verification/components/duplicates";
import { History } from "@/features/verification/components/history";
import { PharmacyStaff } from "@/features/verification/components/pharmacy-staff";
import { pharmacyRef } from "@/features/verification/schema";
import { api, orNotFound } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification");
  return { title: t("pharmaciesTitle"), robots: { index: false } };
}

const list = "/admin/pharmacies";

export default async function PharmacyReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const ref = pharmacyRef.safeParse({ pharmacyId: (await params).id });
  if (!ref.success) notFound();
  const here = `${list}/${ref.data.pharmacyId}`;
  const { userId, rights } = await requireRight("pharmacies.verify", `${here}/review`);
  const t = await getTranslations("verification");
  const one = await orNotFound((await api()).verification.pharmacy(ref.data));
  const lines = await pharmacyLines(one);
  return (
    <PageContainer>
      <PageHeader
        title={one.name}
        lead={t("pharmacyCaseLead")}
        above={
          <Breadcrumb
            label={t("where")}
            items={[{ label: t("pharmaciesTitle"), href: list }, { label: one.name }]}
          />
        }
        actions={
          rights.has("pharmacies.edit") && (
            <ButtonLink variant="secondary" href={here}>
              {t("pharmacyEdit")}
            </ButtonLink>
          )
        }
      />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-2">
        <Claim lines={lines} />
        <div className="grid gap-8">
          <PharmacyStaff staff={one.staff} />
          <DuplicatePharmacies duplicates={one.duplicates} />
        </div>
        <DecisionSection
          standing={one.standing}
          revision={one.revision}
          lines={lines}
          isExpired={one.licenseExpiresOn !== null && one.licenseExpiresOn < one.today}
          listHref={list}
          assigneeId={one.assigneeId}
          reviewers={one.reviewers}
          ownId={userId}
        />
        <History decisions={one.decisions} events={one.events} />
      </div>
    </PageContainer>
  );
}
