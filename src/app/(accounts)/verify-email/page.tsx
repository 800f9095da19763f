import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { AccountProvider } from "@/features/accounts/components/account-provider";
import { AwaitConfirmation } from "@/features/accounts/components/await-confirmation";
import { ConfirmEmail } from "@/features/accounts/components/confirm-email";
import { hasDemoMail, identityConfig } from "@/features/accounts/identity-config";
import { landing, leadsBeyondPatients, stepPath } from "@/features/accounts/landing";
import { withQuery } from "@/features/accounts/next-path";
import { requireSignedIn } from "@/features/accounts/require";
import { pageContext } from "@/server/page-context";
import { nextOf, type PageProps, single } from "../page-query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accountPages");
  return { title: t("verifyTitle") };
}

/** Two things at one address: waiting for the message, and what the link in it leads to. */
export default async function VerifyEmailPage(props: PageProps) {
  const [next, query] = await Promise.all([nextOf(props), props.searchParams]);
  const oobCode = single(query.oobCode);
  return oobCode ? <LinkOpened oobCode={oobCode} next={next} /> : <Waiting next={next} />;
}

async function LinkOpened({ oobCode, next }: { oobCode: string; next: string | null }) {
  const [t, { asking }] = await Promise.all([getTranslations("accountPages"), pageContext()]);
  return (
    <PageContainer width="form">
      <PageHeader title={t("verifyTitle")} />
      <AccountProvider>
        <ConfirmEmail
          config={identityConfig()}
          oobCode={oobCode}
          isSignedIn={asking.state === "signed-in"}
          continueTo={withQuery("/auth/continue", { next })}
          againHref={stepPath("verify", next)}
        />
      </AccountProvider>
    </PageContainer>
  );
}

async function Waiting({ next }: { next: string | null }) {
  const actor = await requireSignedIn(stepPath("verify", next));
  if (actor.isEmailVerified) redirect(landing(actor, next));
  const t = await getTranslations("accountPages");
  return (
    <PageContainer width="form">
      <PageHeader
        title={t("verifyTitle")}
        lead={<span className="wrap-anywhere">{t("verifyLead", { email: actor.email })}</span>}
      />
      <Card className="grid gap-4">
        <AccountProvider>
          <AwaitConfirmation
            email={actor.email}
            next={next}
            continueTo={withQuery("/auth/continue", { next })}
            laterHref={
              actor.isOnboarded || leadsBeyondPatients(next) ? "/" : stepPath("onboard", next)
            }
            hasDemoMail={hasDemoMail()}
          />
        </AccountProvider>
      </Card>
      <p className="mt-6 max-w-prose text-ink-muted">{t("verifyWhy")}</p>
    </PageContainer>
  );
}
