import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { requireRight } from "@/features/accounts/require";
import { LicenceStanding } from "@/features/licences/components/licence-standing";
import { Claim } from "@/features/verification/components/claim";
import { doctorLines, documentLines } from "@/features/verification/components/claim-lines";
import { DecisionSection } from "@/features/verification/components/decision-section";
import { Documents } from "@/features/verification/components/documents";
import { DuplicateDoctors } from "@/features/verification/components/duplicates";
import { History } from "@/features/verification/components/history";
import { doctorRef } from "@/features/verification/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { api, orNotFound } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification");
  return { title: t("title"), robots: { index: false } };
}

const list = "/admin/doctors";
type Props = {
  params: Promise<{ doctorId: string }>;
  searchParams: Promise<{ document?: string | string[] }>;
};

export default async function DoctorCasePage({ params, searchParams }: Props) {
  const ref = doctorRef.safeParse(await params);
  if (!ref.success) notFound();
  const { userId } = await requireRight("doctors.verify", `${list}/${ref.data.doctorId}`);
  const t = await getTranslations("verification");
  const one = await orNotFound((await api()).verification.doctor(ref.data));
  const { document } = await searchParams;
  const lines = await doctorLines(one);
  const judged = one.renewal?.expiresOn ?? one.licenseExpiresOn;
  const isListed = one.isVerified && !one.isSuspended && one.isActive;
  return (
    <PageContainer>
      <PageHeader
        title={one.name || one.licenseNumber}
        lead={t("caseLead", { speciality: one.specialization })}
        above={
          <Breadcrumb
            label={t("where")}
            items={[{ label: t("back"), href: list }, { label: one.name || one.licenseNumber }]}
          />
        }
        actions={
          isListed && (
            <ButtonLink variant="secondary" href={`/doctors/${one.slug}`}>
              {t("publicPage")}
            </ButtonLink>
          )
        }
      />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <Claim lines={lines} />
        <div className="xl:row-span-2">
          <ClientMessages only={["verification"]}>
            <Documents one={one} chosen={typeof document === "string" ? document : undefined} />
          </ClientMessages>
        </div>
        <DecisionSection
          standing={one.standing}
          revision={one.revision}
          lines={[...lines, ...(await documentLines(one))]}
          isExpired={judged !== null && judged < one.today}
          listHref={list}
          assigneeId={one.renewal ? one.renewal.assigneeId : one.assigneeId}
          reviewers={one.reviewers}
          ownId={userId}
        />
        {one.isVerified && <LicenceStanding doctorId={one.id} />}
        <DuplicateDoctors duplicates={one.duplicates} />
        <History decisions={one.decisions} events={one.events} />
      </div>
    </PageContainer>
  );
}
