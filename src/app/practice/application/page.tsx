import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Card } from "@/components/ui/card";
import { doctorStart } from "@/features/accounts/landing";
import { requireSignedIn } from "@/features/accounts/require";
import { ApplicationProvider } from "@/features/applications/components/application-provider";
import {
  BioSection,
  ExperienceSection,
  LicenceSection,
  PersonSection,
  PhoneSection,
  VisitsSection,
} from "@/features/applications/components/application-sections";
import { ApplicationSteps } from "@/features/applications/components/application-steps";
import { CheckedLicence, CheckedPerson } from "@/features/applications/components/checked-facts";
import { Documents } from "@/features/applications/components/documents";
import { HandIn } from "@/features/applications/components/hand-in";
import { MissingList } from "@/features/applications/components/missing-list";
import { StandingNotice } from "@/features/applications/components/standing-notice";
import type { ShownApplication } from "@/features/applications/queries/show-application";
import { countryChoices } from "@/lib/countries";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("application");
  return { title: t("title"), robots: { index: false } };
}

export default async function ApplicationPage() {
  const actor = await requireSignedIn("/practice/application");
  if (!actor.doctorId) redirect(doctorStart);
  const [t, files, locale, application] = await Promise.all([
    getTranslations("application"),
    getTranslations("files"),
    getLocale(),
    (await api()).applications.get(),
  ]);
  const licence = application.isVerified ? (
    <CheckedLicence application={application} />
  ) : (
    <LicenceSection application={application} countries={countryChoices(locale)} />
  );
  const person = application.isVerified ? (
    <div className="grid gap-6">
      <CheckedPerson application={application} />
      <PhoneSection application={application} />
    </div>
  ) : (
    <PersonSection application={application} />
  );
  return (
    <PageContainer width="text">
      <PageHeader title={t("title")} lead={t("lead")} />
      <ApplicationProvider>
        <div className="grid gap-10">
          <div className="grid gap-5">
            <ApplicationSteps {...application} />
            {application.standing !== "draft" && <StandingNotice application={application} />}
          </div>
          <Part id="person" title={t("person")}>
            {person}
          </Part>
          <Part id="licence" title={t("licence")}>
            {licence}
          </Part>
          <Part id="experience" title={t("experience")}>
            <ExperienceSection application={application} />
          </Part>
          <Part id="documents" title={t("documents")}>
            <div className="grid gap-5">
              <p className="max-w-prose text-ink-muted">{files("lead")}</p>
              <Documents documents={application.documents} />
            </div>
          </Part>
          <Part id="visits" title={t("visits")}>
            <VisitsSection application={application} />
          </Part>
          <Part id="bio" title={t("bio")}>
            <BioSection application={application} />
          </Part>
          {application.standing === "draft" && <Ending application={application} />}
        </div>
      </ApplicationProvider>
    </PageContainer>
  );
}

type PartProps = { id: string; title: string; children: ReactNode };

function Part({ id, title, children }: PartProps) {
  return (
    <div id={id} className="scroll-mt-20">
      <Section title={title}>
        <Card>{children}</Card>
      </Section>
    </div>
  );
}

async function Ending({ application: { missing } }: { application: ShownApplication }) {
  const t = await getTranslations("application");
  return (
    <Part id="hand-in" title={t("handIn")}>
      {missing.length === 0 ? (
        <HandIn />
      ) : (
        <>
          <p>{t("handInNotYet")}</p>
          <MissingList missing={missing} />
        </>
      )}
    </Part>
  );
}
