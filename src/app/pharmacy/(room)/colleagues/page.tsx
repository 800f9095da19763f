import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { requireStaff } from "@/features/accounts/require";
import { ColleagueCard } from "@/features/pharmacy-staff/components/colleague-card";
import { InviteSection } from "@/features/pharmacy-staff/components/invite-section";
import { LeavePharmacy } from "@/features/pharmacy-staff/components/remove-colleague";
import { ClientMessages } from "@/i18n/client-messages";
import { formatDay } from "@/lib/time/format";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pharmacyStaff");
  return { title: t("colleaguesTitle"), robots: { index: false } };
}

export default async function ColleaguesPage() {
  await requireStaff("/pharmacy/colleagues");
  const [t, locale, data] = await Promise.all([
    getTranslations("pharmacyStaff"),
    getLocale(),
    (await api()).pharmacyStaff.colleagues(),
  ]);
  const invitations = data.invitations.map(({ id, email, position, invitedBy, ...one }) => {
    const date = formatDay(one.expiresAt, data.timezone, locale);
    const words = { position: t(`positions.${position}`), date };
    return {
      id,
      email,
      position,
      isExpired: one.isExpired,
      about: invitedBy ? t("invitedAs", { ...words, by: invitedBy }) : t("invitedAsNobody", words),
    };
  });
  return (
    <PageContainer width="text">
      <PageHeader title={t("colleaguesTitle")} lead={t("colleaguesLead")} />
      <ClientMessages only={["pharmacyStaff", "form", "refusals"]}>
        <ApiProvider>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
            <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-raised">
              {data.colleagues.map((colleague) => (
                <ColleagueCard
                  key={colleague.id}
                  colleague={colleague}
                  positions={data.positions}
                  grantable={data.grantable}
                />
              ))}
            </ul>
            {data.mayInvite && (
              <Section title={t("inviteTitle")}>
                <InviteSection positions={data.positions} invitations={invitations} />
              </Section>
            )}
            <Section title={t("leave")}>
              {data.mayLeave ? (
                <div>
                  <LeavePharmacy />
                </div>
              ) : (
                <p className="max-w-prose">{t("leaveLastOwner")}</p>
              )}
            </Section>
          </div>
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}
