import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/env.mjs";
import { AccountProvider } from "@/features/accounts/components/account-provider";
import { NewPasswordForm } from "@/features/accounts/components/new-password-form";
import { ResetRequestForm } from "@/features/accounts/components/reset-request-form";
import { hasDemoMail, identityConfig } from "@/features/accounts/identity-config";
import { withQuery } from "@/features/accounts/next-path";
import { pageContext } from "@/server/page-context";
import { nextOf, type PageProps, single } from "../page-query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accountPages");
  return { title: t("resetTitle") };
}

/** Asking for the link, and what the link leads to. */
export default async function ResetPasswordPage(props: PageProps) {
  const [t, next, query, { asking }] = await Promise.all([
    getTranslations("accountPages"),
    nextOf(props),
    props.searchParams,
    pageContext(),
  ]);
  const actor = asking.state === "signed-in" ? asking.actor : null;
  const oobCode = single(query.oobCode);
  const config = identityConfig();
  const continueTo = withQuery("/auth/continue", { next });
  return (
    <PageContainer width="form">
      <PageHeader
        title={oobCode ? t("newPasswordTitle") : t("resetTitle")}
        lead={oobCode ? undefined : t("resetLead")}
      />
      <Card>
        <AccountProvider>
          {oobCode ? (
            <NewPasswordForm
              config={config}
              oobCode={oobCode}
              continueTo={continueTo}
              resetHref={withQuery("/reset-password", { next })}
            />
          ) : (
            <ResetRequestForm
              config={config}
              continueUrl={new URL(continueTo, env().NEXTAUTH_URL).href}
              hasDemoMail={hasDemoMail()}
              email={actor?.email}
            />
          )}
        </AccountProvider>
      </Card>
      {!actor && (
        <p className="mt-6">
          <TextLink href={withQuery("/sign-in", { next })} className="inline-block py-2">
            {t("signInTitle")}
          </TextLink>
        </p>
      )}
    </PageContainer>
  );
}
