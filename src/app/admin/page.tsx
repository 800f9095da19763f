import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/features/accounts/require";
import { WaitingList } from "@/features/admin/components/waiting-list";
import { DutyGaps } from "@/features/duty/components/duty-gaps";
import { KeyFigure } from "@/features/figures/components/key-figure";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("title"), robots: { index: false } };
}

type AdminPageProps = { searchParams: Promise<{ refused?: string | string[] }> };

export default async function AdminPage({ searchParams }: AdminPageProps) {
  const { rights } = await requireRole("admin", "/admin");
  const t = await getTranslations("admin");
  return (
    <PageContainer width="text">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid grid-cols-1 gap-8">
        {(await searchParams).refused && <Notice tone="caution">{t("refused")}</Notice>}
        {rights.has("overview.read") && (
          <Overview hasFigures={rights.has("figures.read")} hasDuty={rights.has("duty.edit")} />
        )}
      </div>
    </PageContainer>
  );
}

const standingNow = ["people", "listedDoctors", "activeClinics", "upcomingAppointments"] as const;

async function Overview({ hasFigures, hasDuty }: Record<"hasFigures" | "hasDuty", boolean>) {
  const [t, format] = await Promise.all([getTranslations("admin"), getFormatter()]);
  const { waiting, standing } = await (await api()).admin.overview();
  const { signedUp, booked, cancelled } = standing;
  const lastWeek = [
    { name: "signedUp", current: signedUp, before: standing.signedUpBefore },
    { name: "booked", current: booked, before: standing.bookedBefore },
    { name: "cancelled", current: cancelled, before: standing.cancelledBefore },
  ] as const;
  return (
    <>
      <WaitingList waiting={waiting} />
      {hasDuty && <DutyGaps />}
      <Section
        title={t("lastWeek")}
        actions={hasFigures && <TextLink href="/admin/figures">{t("allFigures")}</TextLink>}
      >
        <dl className="grid grid-cols-1 gap-5 sm:grid-cols-3">
          {lastWeek.map(({ name, ...values }) => (
            <KeyFigure key={name} label={t(name)} unit="count" length={7} {...values} />
          ))}
        </dl>
      </Section>
      <Section title={t("now")}>
        <DefinitionList
          items={standingNow.map((name) => ({
            term: t(name),
            value: format.number(standing[name]),
          }))}
        />
      </Section>
    </>
  );
}
