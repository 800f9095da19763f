import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { LicenceUpload } from "@/features/applications/components/licence-upload";
import { AffectedList } from "@/features/licences/components/affected-list";
import { LicenceTimeline } from "@/features/licences/components/licence-timeline";
import { OwnStanding } from "@/features/licences/components/own-standing";
import { RenewalForm } from "@/features/licences/components/renewal-form";
import { RenewalHistory } from "@/features/licences/components/renewal-history";
import { WithdrawRenewal } from "@/features/licences/components/withdraw-renewal";
import type { OwnLicence } from "@/features/licences/queries/get-own-licence";
import { ClientMessages } from "@/i18n/client-messages";
import { formatDate } from "@/lib/time/format";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";
import { requireOwnPractice } from "../own-practice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("licences");
  return { title: t("title"), robots: { index: false } };
}

export default async function LicencePage() {
  const actor = await requireOwnPractice("/practice/licence");
  const [t, licence] = await Promise.all([
    getTranslations("licences"),
    (await api()).licences.own(),
  ]);
  const { expiresOn, isVerified, standing, today, renewals } = licence;
  return (
    <PageContainer width="text">
      <PageHeader title={t("title")} lead={t("lead")} />
      {isVerified ? (
        <div className="grid gap-10">
          <div className="grid gap-6">
            <OwnStanding licence={licence} />
            {expiresOn && standing !== "ended" && (
              <LicenceTimeline expiresOn={expiresOn} today={today} />
            )}
          </div>
          <AffectedList licence={licence} mayOpen={actor.practisingDoctorId !== null} />
          {expiresOn && <Renewal licence={licence} />}
          <Section title={t("historyTitle")}>
            <RenewalHistory renewals={renewals} />
          </Section>
        </div>
      ) : (
        <Notice
          title={t("notYetTitle")}
          actions={<ButtonLink href="/practice/application">{t("toApplication")}</ButtonLink>}
        >
          {t("notYet")}
        </Notice>
      )}
    </PageContainer>
  );
}

/** Handing one in, or what became of the one that waits. */
async function Renewal({ licence }: { licence: OwnLicence }) {
  const t = await getTranslations("licences");
  const { renewals, documents, expiresOn, today } = licence;
  const waiting = renewals.find(({ status }) => status === "waiting");
  return (
    <Section title={t("renewTitle")}>
      <ClientMessages only={["licences", "files", "form", "refusals"]}>
        <ApiProvider>
          {waiting ? (
            <Notice actions={<WithdrawRenewal renewalId={waiting.id} />}>
              {t("renewWaiting", { date: formatDate(waiting.expiresOn) })}
            </Notice>
          ) : (
            <Card className="grid gap-5">
              <p className="max-w-prose text-ink-muted">{t("renewLead")}</p>
              <RenewalForm documents={documents} expiresOn={expiresOn} today={today}>
                <LicenceUpload />
              </RenewalForm>
            </Card>
          )}
        </ApiProvider>
      </ClientMessages>
    </Section>
  );
}
