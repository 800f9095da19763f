import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { AccountProvider } from "@/features/accounts/components/account-provider";
import { GoogleButton } from "@/features/accounts/components/google-button";
import { ReasonNotice } from "@/features/accounts/components/reason-notice";
import { SignInForm } from "@/features/accounts/components/sign-in-form";
import { identityConfig } from "@/features/accounts/identity-config";
import { landing } from "@/features/accounts/landing";
import { withQuery } from "@/features/accounts/next-path";
import { pageContext } from "@/server/page-context";
import { nextOf, type PageProps, single } from "../page-query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accountPages");
  return { title: t("signInTitle") };
}

export default async function SignInPage(props: PageProps) {
  const [t, next, { asking }] = await Promise.all([
    getTranslations("accountPages"),
    nextOf(props),
    pageContext(),
  ]);
  if (asking.state === "signed-in") redirect(landing(asking.actor, next));
  const given = single((await props.searchParams).reason);
  const reason = asking.state === "deactivated" ? "deactivated" : given;
  const config = identityConfig();
  const continueTo = withQuery("/auth/continue", { next });
  return (
    <PageContainer width="form">
      <PageHeader title={t("signInTitle")} lead={reason ? undefined : t("signInLead")} />
      <ReasonNotice reason={reason} />
      <Card>
        <AccountProvider>
          {config.hasGoogle && <GoogleButton config={config} continueTo={continueTo} />}
          <SignInForm
            config={config}
            continueTo={continueTo}
            resetHref={withQuery("/reset-password", { next })}
          />
        </AccountProvider>
      </Card>
      <p className="mt-6">
        {t("noAccount")}{" "}
        <TextLink href={withQuery("/sign-up", { next })} className="inline-block py-2">
          {t("createOne")}
        </TextLink>
      </p>
    </PageContainer>
  );
}
