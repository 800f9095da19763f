import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { stepPath } from "@/features/accounts/landing";
import { withQuery } from "@/features/accounts/next-path";
import { AcceptForm } from "@/features/pharmacy-staff/components/accept-form";
import { invitationRef, tokenInput } from "@/features/pharmacy-staff/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { pageContext } from "@/server/page-context";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pharmacyStaff");
  // Whoever follows a link from here must not carry the secret along.
  return { title: t("see"), robots: { index: false }, referrer: "no-referrer" };
}

type Shown = {
  by: { token: string } | { invitationId: string };
  pharmacy: string;
  position: "owner" | "manager" | "pharmacist" | "staff";
  inviter: string | null;
  /** Null where it is to one's own address for certain. */
  sentTo: string | null;
};

export default async function InvitationPage(props: { params: Promise<{ token: string }> }) {
  const { token } = await props.params;
  const [t, { asking }] = await Promise.all([getTranslations("pharmacyStaff"), pageContext()]);
  const shown = await readInvitation(token);
  if (typeof shown === "string") return <Gone why={shown} />;
  const position = t(`positions.${shown.position}`);
  const here = `/pharmacy/invitation/${token}`;
  return (
    <PageContainer width="form">
      <PageHeader
        title={t("invitationTitle", { pharmacy: shown.pharmacy })}
        lead={
          shown.inviter
            ? t("invitationLead", { by: shown.inviter, position })
            : t("invitationLeadNobody", { position })
        }
      />
      {asking.state === "signed-in" ? (
        <Accept shown={shown} here={here} />
      ) : (
        <Notice
          actions={
            <>
              <ButtonLink href={withQuery("/sign-in", { next: here })}>{t("signInTo")}</ButtonLink>
              <ButtonLink variant="secondary" href={withQuery("/sign-up", { next: here })}>
                {t("signUp")}
              </ButtonLink>
            </>
          }
        >
          {t("invitationSignIn", { email: shown.sentTo ?? "" })}
        </Notice>
      )}
    </PageContainer>
  );
}

type Why = "used" | "withdrawn" | "expired" | "unknown";

/** By the secret of a link, or by an invitation's id where it is to one's own address. */
async function readInvitation(token: string): Promise<Shown | Why> {
  const [call, { asking }] = await Promise.all([api(), pageContext()]);
  const own = invitationRef.safeParse({ invitationId: token });
  if (own.success) {
    if (asking.state !== "signed-in") return "unknown";
    const { invitations } = await call.pharmacyStaff.joining();
    const one = invitations.find(({ id }) => id === token);
    if (!one) return "unknown";
    return { ...one, by: own.data, inviter: one.by, sentTo: null };
  }
  const secret = tokenInput.safeParse({ token });
  const found = secret.success ? await call.pharmacyStaff.invitation(secret.data) : null;
  if (!secret.success || !found) return "unknown";
  if (found.state !== "open") return found.state;
  return { ...found, by: secret.data, inviter: found.by };
}

async function Accept({ shown, here }: { shown: Shown; here: string }) {
  const [t, call, { asking }] = await Promise.all([
    getTranslations("pharmacyStaff"),
    api(),
    pageContext(),
  ]);
  if (asking.state !== "signed-in") return null;
  const { actor } = asking;
  if (shown.sentTo && !(await call.pharmacyStaff.isInvited(shown.by as { token: string })))
    return (
      <Notice
        tone="caution"
        actions={
          // A deed, not a place: a form, so that no prefetch or stray link signs anyone out.
          <form method="post" action="/sign-out">
            <Button type="submit" variant="secondary">
              {t("signOut")}
            </Button>
          </form>
        }
      >
        {t("invitationOther", { email: shown.sentTo, own: actor.email })}
      </Notice>
    );
  if (!actor.isEmailVerified) redirect(stepPath("verify", here));
  const { obstacle, person } = await call.pharmacyStaff.joining();
  if (obstacle)
    return (
      <Notice tone="caution" title={t("obstacleTitle")}>
        {t(obstacles[obstacle] ?? "obstacleRole")}
      </Notice>
    );
  return (
    <ClientMessages only={["pharmacyStaff", "form", "refusals"]}>
      <ApiProvider>
        <AcceptForm by={shown.by} pharmacy={shown.pharmacy} person={person} />
      </ApiProvider>
    </ClientMessages>
  );
}

const obstacles: Record<string, "obstacleAhead" | "obstacleStaff"> = {
  APPOINTMENTS_AHEAD: "obstacleAhead",
  WORKS_ELSEWHERE: "obstacleStaff",
};

async function Gone({ why }: { why: Why }) {
  const t = await getTranslations("pharmacyStaff");
  return (
    <PageContainer width="form">
      <PageHeader title={t(`${why}Title`)} lead={t(`${why}Body`)} />
      {why === "used" && <ButtonLink href="/pharmacy">{t("toRoom")}</ButtonLink>}
    </PageContainer>
  );
}
