import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { AccountProvider } from "@/features/accounts/components/account-provider";
import { OnboardingForm } from "@/features/accounts/components/onboarding-form";
import { doctorStart, stepPath } from "@/features/accounts/landing";
import { withQuery } from "@/features/accounts/next-path";
import { requireSignedIn } from "@/features/accounts/require";
import { latestToday } from "@/features/accounts/rules";
import { pageContext } from "@/server/page-context";
import { api } from "@/trpc/server";
import { nextOf, type PageProps } from "../page-query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accountPages");
  return { title: t("onboardingTitle") };
}

export default async function OnboardingPage(props: PageProps) {
  const next = await nextOf(props);
  const actor = await requireSignedIn(stepPath("onboard", next));
  if (actor.role !== "patient" || actor.isOnboarded) redirect(next ?? "/account");
  const [t, profile, { now }] = await Promise.all([
    getTranslations("accountPages"),
    (await api()).accounts.profile(),
    pageContext(),
  ]);
  return (
    <PageContainer width="form">
      <PageHeader title={t("onboardingTitle")} lead={t("onboardingLead")} />
      <Card>
        <AccountProvider>
          <OnboardingForm
            profile={profile}
            today={latestToday(now).toString()}
            continueTo={withQuery("/auth/continue", { next })}
            more={
              <div className="mt-2 grid gap-1">
                <h2 className="text-h3">{t("onboardingMore")}</h2>
                <p className="text-ink-muted">{t("onboardingMoreLead")}</p>
              </div>
            }
          />
        </AccountProvider>
      </Card>
      <p className="mt-6">
        {t("areYouDoctor")}{" "}
        <TextLink href={doctorStart} className="inline-block py-2">
          {t("forDoctors")}
        </TextLink>
      </p>
    </PageContainer>
  );
}
