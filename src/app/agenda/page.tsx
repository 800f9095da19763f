import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { requireRole } from "@/features/accounts/require";
import { atClinic, daysAround, placeOf } from "@/features/appointments/components/agenda-place";
import { AgendaScreen } from "@/features/appointments/components/agenda-screen";
import { BlockTimeDialog } from "@/features/practice/components/block-time-dialog";
import { ClientMessages } from "@/i18n/client-messages";
import { mondayOf, wallDateOf } from "@/lib/time/wall";
import { now } from "@/server/clock";
import { ApiProvider } from "@/trpc/client";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda");
  return { title: t("title"), robots: { index: false } };
}

type Query = Record<"date" | "view" | "clinic", string | string[] | undefined>;

export default async function AgendaPage({ searchParams }: { searchParams: Promise<Query> }) {
  const doctor = await requireRole("doctor", "/agenda");
  const t = await getTranslations("agenda");
  if (!doctor.practisingDoctorId) {
    const { standing } = await (await api()).licences.own();
    return <Closed why={standing === "suspended" ? "suspended" : "notVerified"} />;
  }
  const nowMs = now().epochMilliseconds;
  const { agenda } = await api();
  const asked = placeOf(await searchParams);
  const guess = asked.date ?? wallDateOf(nowMs, "UTC");
  const first = await agenda.range(daysAround(guess));
  // Which day it is there, only an answer tells; near midnight on a Sunday it may be another week.
  const date = asked.date ?? wallDateOf(nowMs, first.timezone);
  const isSameWeek = mondayOf(date) === mondayOf(guess);
  const range = isSameWeek ? first : await agenda.range(daysAround(date));
  const place = { ...asked, date };
  const isLicensed = doctor.verifiedDoctorId !== null;
  return (
    <PageContainer>
      <PageHeader title={t("title")} />
      {!isLicensed && <LicenceEnded />}
      <ClientMessages only={["agenda", "appointments", "changes", "common", "form", "refusals"]}>
        <ApiProvider>
          <AgendaScreen range={range} place={place} nowMs={nowMs} isLicensed={isLicensed}>
            {isLicensed && (
              <BlockTimeDialog timezone={atClinic(range, place.clinic).zone} date={date} />
            )}
          </AgendaScreen>
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}

/** Why there is no agenda, and where to go. */
async function Closed({ why }: { why: "suspended" | "notVerified" }) {
  const t = await getTranslations("agenda");
  return (
    <PageContainer width="text">
      <PageHeader title={t("title")} />
      <Notice
        tone="caution"
        title={t(`${why}Title`)}
        actions={<ButtonLink href="/practice">{t("toPractice")}</ButtonLink>}
      >
        {t(why)}
      </Notice>
    </PageContainer>
  );
}

/** What is left to do here without a licence. */
async function LicenceEnded() {
  const t = await getTranslations("agenda");
  return (
    <div className="mb-6">
      <Notice
        tone="caution"
        title={t("licenceEndedTitle")}
        actions={<ButtonLink href="/practice/licence">{t("toLicence")}</ButtonLink>}
      >
        {t("licenceEnded")}
      </Notice>
    </div>
  );
}
