import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { doctorStart, landing, stepPath } from "@/features/accounts/landing";
import { requireSignedIn } from "@/features/accounts/require";
import { ApplicationProvider } from "@/features/applications/components/application-provider";
import { BeginForm } from "@/features/applications/components/begin-form";
import { todayOf } from "@/features/applications/rules";
import { countryChoices } from "@/lib/countries";
import { pageContext } from "@/server/page-context";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("application");
  return { title: t("startTitle"), robots: { index: false } };
}

/** Where an account becomes a doctor's. */
export default async function StartPage() {
  const actor = await requireSignedIn(doctorStart);
  if (actor.doctorId) redirect("/practice/application");
  if (actor.role !== "patient") redirect(landing(actor, null));
  if (!actor.isEmailVerified) redirect(stepPath("verify", doctorStart));
  const call = await api();
  const [t, locale, { now }, person, hasVisits] = await Promise.all([
    getTranslations("application"),
    getLocale(),
    pageContext(),
    call.accounts.profile(),
    call.applications.hasVisits(),
  ]);
  if (hasVisits) return <IsPatient />;
  const { givenName, familyName, phone } = person;
  return (
    <PageContainer width="form">
      <PageHeader title={t("startTitle")} lead={t("startLead")} />
      {actor.patientId && (
        <Notice tone="caution" title={t("startPatientTitle")} className="mb-6">
          {t("startPatient")}
        </Notice>
      )}
      <Card>
        <ApplicationProvider>
          <BeginForm
            person={{ givenName, familyName, phone }}
            countries={countryChoices(locale)}
            today={todayOf(now)}
          />
        </ApplicationProvider>
      </Card>
    </PageContainer>
  );
}

async function IsPatient() {
  const t = await getTranslations("application");
  return (
    <PageContainer width="form">
      <PageHeader title={t("startTitle")} />
      <Notice
        tone="caution"
        title={t("alreadyPatientTitle")}
        actions={
          <>
            <ButtonLink href="/appointments">{t("toAppointments")}</ButtonLink>
            <ButtonLink variant="secondary" href="/for-doctors">
              {t("aboutForDoctors")}
            </ButtonLink>
          </>
        }
      >
        {t("alreadyPatient")}
      </Notice>
    </PageContainer>
  );
}
