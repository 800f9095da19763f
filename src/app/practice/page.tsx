import {
  CalendarClock,
  CalendarDays,
  ChartColumn,
  type LucideIcon,
  MessageSquareText,
  Palmtree,
  Stethoscope,
} from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { requireRole } from "@/features/accounts/require";
import { ApplicationSteps } from "@/features/applications/components/application-steps";
import { StandingNotice } from "@/features/applications/components/standing-notice";
import { LicenceNotice } from "@/features/licences/components/licence-notice";
import { AssociationCard } from "@/features/practice/components/association-card";
import { api } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("application");
  return { title: t("practiceTitle"), robots: { index: false } };
}

export default async function PracticePage() {
  const actor = await requireRole("doctor", "/practice");
  const call = await api();
  const [t, application, clinics, licence] = await Promise.all([
    getTranslations("application"),
    call.applications.get(),
    call.practice.clinics(),
    call.licences.own(),
  ]);
  const { standing } = licence;
  const current = clinics.filter(({ status }) => status !== "ended");
  return (
    <PageContainer>
      <PageHeader
        title={t("practiceTitle")}
        lead={<span className="wrap-anywhere">{actor.name}</span>}
      />
      <div className="grid gap-12">
        <Section title={t("standingTitle")}>
          {application.standing !== "verified" && <ApplicationSteps {...application} />}
          {standing !== "holds" && standing !== "endless" && application.isVerified ? (
            <LicenceNotice licence={licence} />
          ) : (
            <StandingNotice application={application} />
          )}
        </Section>
        <Section
          title={t("clinics")}
          actions={
            current.length > 0 && (
              <ButtonLink variant="secondary" href="/practice/clinics/new">
                {t("addClinic")}
              </ButtonLink>
            )
          }
        >
          {current.length === 0 && (
            <EmptyState
              icon={Stethoscope}
              title={t("noClinicTitle")}
              actions={<ButtonLink href="/practice/clinics/new">{t("addClinic")}</ButtonLink>}
            >
              {t("noClinic")}
            </EmptyState>
          )}
          <ul className="grid gap-4 empty:hidden md:grid-cols-2">
            {current.map((association) => (
              <AssociationCard key={association.id} association={association} />
            ))}
          </ul>
        </Section>
        <More />
      </div>
    </PageContainer>
  );
}

type More = "Agenda" | "TimeOff" | "Insights" | "Reviews" | "Feed";
const pages: { href: string; key: More; icon: LucideIcon }[] = [
  { href: "/agenda", key: "Agenda", icon: CalendarDays },
  { href: "/practice/time-off", key: "TimeOff", icon: Palmtree },
  { href: "/practice/insights", key: "Insights", icon: ChartColumn },
  { href: "/practice/reviews", key: "Reviews", icon: MessageSquareText },
  { href: "/practice/calendar-feed", key: "Feed", icon: CalendarClock },
];

async function More() {
  const t = await getTranslations("application");
  return (
    <Section title={t("more")}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {pages.map(({ href, key, icon: Icon }) => (
          <li key={href} className="grid">
            <Link
              href={href}
              className="flex min-h-touch gap-3 rounded-control border border-line bg-surface px-4 py-3 text-ink no-underline transition-colors hover:border-accent hover:text-accent"
            >
              <Icon aria-hidden className="mt-0.5 size-5.5 shrink-0 text-accent" />
              <span className="grid content-start gap-0.5">
                <span className="font-semibold">{t(`more${key}`)}</span>
                <span className="text-small text-ink-muted">{t(`more${key}Body`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
