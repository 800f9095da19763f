import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { associationRef } from "@/features/practice/association-schema";
import { AssociationDetails } from "@/features/practice/components/association-details";
import { AssociationStatus } from "@/features/practice/components/association-status";
import { WeekSummary } from "@/features/practice/components/week-summary";
import { formatDate } from "@/lib/time/format";
import { clinicDateOf } from "@/lib/time/zone";
import { pageContext } from "@/server/page-context";
import { api, orNotFound } from "@/trpc/server";
import { requireOwnPractice } from "../../own-practice";

type PageProps = {
  params: Promise<{ associationId: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practice");
  return { title: t("clinicsTitle"), robots: { index: false } };
}

export default async function AssociationPage({ params, searchParams }: PageProps) {
  const asked = associationRef.safeParse(await params);
  if (!asked.success) notFound();
  const { associationId } = asked.data;
  const actor = await requireOwnPractice(`/practice/clinics/${associationId}`);
  const [t, locale, { done }, { now }] = await Promise.all([
    getTranslations("practice"),
    getLocale(),
    searchParams,
    pageContext(),
  ]);
  const association = await orNotFound((await api()).practice.association({ associationId }));
  const { clinic, status, endDate } = association;
  const isSeen = actor.verifiedDoctorId !== null && clinic.status === "active";
  return (
    <PageContainer width="text">
      <PageHeader
        above={<TextLink href="/practice/clinics">{t("backToClinics")}</TextLink>}
        title={clinic.name}
        lead={[clinic.address, clinic.city].filter(Boolean).join(", ")}
      />
      <div className="grid gap-10">
        <div className="grid gap-4">
          <AssociationStatus association={association} />
          {done === "joined" && <Notice tone="positive">{t("joined")}</Notice>}
          {done === "hours" && (
            <Notice tone="positive">{t(isSeen ? "hoursSaved" : "hoursSavedUnseen")}</Notice>
          )}
          {clinic.status === "proposed" && <Notice>{t("proposedHint")}</Notice>}
          {endDate && (
            <p>
              {t(status === "ended" ? "endedOn" : "endsOn", { date: formatDate(endDate, locale) })}
            </p>
          )}
          {endDate && (association.lastUpcomingDate ?? "") > endDate && (
            <Notice tone="caution">{t("afterLastDay")}</Notice>
          )}
          <p>
            {t("upcoming", { count: association.upcoming })} ·{" "}
            {t("completed", { count: association.completed })}
          </p>
        </div>
        {status === "ended" ? (
          <Notice
            actions={
              <ButtonLink href={`/practice/clinics/new?clinic=${clinic.id}`} variant="secondary">
                {t("joinAgain")}
              </ButtonLink>
            }
          >
            {t("endedBody")}
          </Notice>
        ) : (
          <>
            <Section title={t("hoursTitle")}>
              <Card className="grid gap-4">
                <WeekSummary hours={association.hours} zone={clinic.timezone} now={now} />
                <div>
                  <ButtonLink href={`/practice/clinics/${associationId}/hours`}>
                    {t("editHours")}
                  </ButtonLink>
                </div>
              </Card>
            </Section>
            <AssociationDetails
              association={{ ...association, status }}
              today={clinicDateOf(now, clinic.timezone).toString()}
            />
          </>
        )}
      </div>
    </PageContainer>
  );
}
