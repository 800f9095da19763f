import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { TabNav } from "@/components/ui/tab-nav";
import { requireRole } from "@/features/accounts/require";
import { AppointmentCard } from "@/features/appointments/components/appointment-card";
import { listInput } from "@/features/appointments/schema";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("appointments");
  return { title: t("listTitle"), robots: { index: false } };
}

type Query = { when?: string | string[]; after?: string | string[]; id?: string | string[] };

export default async function AppointmentsPage(props: { searchParams: Promise<Query> }) {
  await requireRole("patient", "/appointments");
  const query = await props.searchParams;
  const when = query.when === "past" ? "past" : "upcoming";
  const asked = { when, cursor: { startsAt: query.after, id: query.id } };
  const cursor = listInput.safeParse(asked).success
    ? { startsAt: String(query.after), id: String(query.id) }
    : undefined;
  const { appointments, next } = await (await api()).appointments.list({ when, cursor });
  const t = await getTranslations("appointments");
  const isPast = when === "past";
  return (
    <PageContainer width="text">
      <PageHeader title={t("listTitle")} />
      <TabNav
        label={t("listSections")}
        tabs={[
          { href: "/appointments", label: t("upcoming"), isCurrent: !isPast },
          { href: "/appointments?when=past", label: t("past"), isCurrent: isPast },
        ]}
      />
      <div className="mt-6 grid gap-4">
        {appointments.length === 0 && (
          <EmptyState
            icon={CalendarDays}
            title={isPast ? t("nonePast") : t("noneUpcoming")}
            actions={<ButtonLink href="/doctors">{t("findDoctor")}</ButtonLink>}
          >
            {isPast ? t("nonePastHint") : t("noneUpcomingHint")}
          </EmptyState>
        )}
        <ul className="grid gap-4">
          {appointments.map((appointment) => (
            <AppointmentCard key={appointment.id} appointment={appointment} />
          ))}
        </ul>
        <NextPage
          navLabel={t("listTitle")}
          label={isPast ? t("earlier") : t("later")}
          href={
            next &&
            `/appointments?when=${when}&after=${encodeURIComponent(next.startsAt.toString())}&id=${next.id}`
          }
        />
      </div>
    </PageContainer>
  );
}
