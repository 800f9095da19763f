import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { AccountProvider } from "@/features/accounts/components/account-provider";
import {
  AddressSection,
  ContactSection,
  HealthSection,
  InsuranceSection,
  PatientSection,
  PersonSection,
} from "@/features/accounts/components/profile-sections";
import { SecuritySection } from "@/features/accounts/components/security-section";
import { stepPath } from "@/features/accounts/landing";
import { mayWriteOwnName } from "@/features/accounts/policy";
import { requireSignedIn } from "@/features/accounts/require";
import { latestToday } from "@/features/accounts/rules";
import { pageContext } from "@/server/page-context";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accountPages");
  return { title: t("accountTitle") };
}

export default async function AccountPage() {
  const actor = await requireSignedIn("/account");
  const [t, texts, profile, { now }] = await Promise.all([
    getTranslations("accountPages"),
    getTranslations("accounts"),
    (await api()).accounts.profile(),
    pageContext(),
  ]);
  const today = latestToday(now).toString();
  const isPatient = actor.role === "patient";
  const isMissing = isPatient && !actor.isOnboarded;
  const sections = isPatient
    ? [
        { title: t("aboutYou"), form: <PatientSection profile={profile} today={today} /> },
        { title: texts("groupHealth"), form: <HealthSection profile={profile} /> },
        { title: texts("groupContact"), form: <ContactSection profile={profile} /> },
        { title: texts("groupInsurance"), form: <InsuranceSection profile={profile} /> },
        { title: texts("groupAddress"), form: <AddressSection profile={profile} /> },
      ]
    : [
        {
          title: t("aboutYou"),
          form: mayWriteOwnName(actor) ? (
            <PersonSection profile={profile} today={today} />
          ) : (
            <TextLink href="/practice/application">{t("aboutDoctor")}</TextLink>
          ),
        },
      ];

  return (
    <PageContainer width="text">
      <PageHeader
        title={t("accountTitle")}
        lead={<span className="wrap-anywhere">{actor.name || actor.email}</span>}
      />
      <AccountProvider>
        <div className="grid gap-10">
          {isMissing && (
            <Notice
              title={t("incompleteTitle")}
              actions={
                <ButtonLink href={stepPath("onboard", "/account")}>{t("complete")}</ButtonLink>
              }
            >
              {t("incomplete")}
            </Notice>
          )}
          {!isMissing &&
            sections.map(({ title, form }) => (
              <Section key={title} title={title}>
                <Card>{form}</Card>
              </Section>
            ))}
          <SecuritySection actor={actor} />
        </div>
      </AccountProvider>
    </PageContainer>
  );
}
