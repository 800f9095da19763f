import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { AccountProvider } from "@/features/accounts/components/account-provider";
import { GoogleButton } from "@/features/accounts/components/google-button";
import { SignUpForm } from "@/features/accounts/components/sign-up-form";
import { identityConfig } from "@/features/accounts/identity-config";
import { doctorStart, landing, leadsBeyondPatients } from "@/features/accounts/landing";
import { withQuery } from "@/features/accounts/next-path";
import { pageContext } from "@/server/page-context";
import { nextOf, type PageProps } from "../page-query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accountPages");
  return { title: t("signUpTitle") };
}

export default async function SignUpPage(props: PageProps) {
  const [t, next, { asking }] = await Promise.all([
    getTranslations("accountPages"),
    nextOf(props),
    pageContext(),
  ]);
  if (asking.state === "signed-in") redirect(landing(asking.actor, next));
  const isDoctor = next === doctorStart;
  const isPharmacy = !isDoctor && leadsBeyondPatients(next);
  const config = identityConfig();
  const continueTo = withQuery("/auth/continue", { next });
  const signInHref = withQuery("/sign-in", { next });
  return (
    <PageContainer width="form">
      <PageHeader
        title={t("signUpTitle")}
        lead={t(isDoctor ? "signUpDoctorLead" : isPharmacy ? "signUpPharmacyLead" : "signUpLead")}
      />
      <Card>
        <AccountProvider>
          {config.hasGoogle && <GoogleButton config={config} continueTo={continueTo} />}
          <SignUpForm config={config} continueTo={continueTo} signInHref={signInHref} next={next} />
        </AccountProvider>
      </Card>
      <p className="mt-6">
        {t("haveAccount")}{" "}
        <TextLink href={signInHref} className="inline-block py-2">
          {t("signInTitle")}
        </TextLink>
      </p>
      {!isDoctor && !isPharmacy && (
        <p>
          {t("areYouDoctor")}{" "}
          <TextLink href="/for-doctors" className="inline-block py-2">
            {t("forDoctors")}
          </TextLink>
        </p>
      )}
    </PageContainer>
  );
}
