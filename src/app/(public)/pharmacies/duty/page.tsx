import { CalendarClock } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { DistrictDuty } from "@/features/duty/components/district-duty";
import { DutySearch } from "@/features/duty/components/duty-search";
import { formatDistance, parsePoint } from "@/lib/geo";
import { pageContext } from "@/server/page-context";
import { api } from "@/trpc/server";

type Query = Partial<Record<"near" | "place", string | string[]>>;
type PageProps = { searchParams: Promise<Query> };

const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 100) ?? "";

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const [t, { near, place }] = await Promise.all([getTranslations("duty"), searchParams]);
  return {
    title: t("title"),
    description: t("lead"),
    alternates: { canonical: "/pharmacies/duty" },
    robots: near || place ? { index: false, follow: true } : undefined,
  };
}

export default async function DutyPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const typed = one(query.place);
  const [t, calls, { now }] = await Promise.all([getTranslations("duty"), api(), pageContext()]);
  const found = typed ? await calls.places.resolve({ text: typed }) : null;
  const point = found?.place ?? (typed ? null : parsePoint(one(query.near)));
  const near = point ? { latitude: point.latitude, longitude: point.longitude } : undefined;
  const { districts } = await calls.duty.around({ near });
  const openHref = near
    ? `/pharmacies?near=${near.latitude.toFixed(3)},${near.longitude.toFixed(3)}&open=now`
    : "/pharmacies?open=now";
  return (
    <PageContainer width="text">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <DutySearch place={typed} />
        {typed && !near && (
          <Notice tone="caution">
            {t("unknownPlace", { place: typed })}
            {found && found.similar.length > 0 && (
              <>
                {" "}
                {t("didYouMean")}{" "}
                {found.similar.map(({ label }) => (
                  <TextLink
                    key={label}
                    href={`/pharmacies/duty?place=${encodeURIComponent(label)}`}
                    className="me-3"
                  >
                    {label}
                  </TextLink>
                ))}
              </>
            )}
          </Notice>
        )}
        {near && districts.length > 0 && (
          <p className="text-ink-muted">
            {found?.place ? t("nearest", { place: found.place.label }) : t("nearestYou")}
          </p>
        )}
        {districts.length === 0 && (
          <EmptyState
            icon={CalendarClock}
            title={t("noneTitle")}
            actions={<ButtonLink href={openHref}>{t("openNow")}</ButtonLink>}
          >
            {t("noneBody")}
          </EmptyState>
        )}
        {districts.map((district) => (
          <Section
            key={district.slug}
            title={district.name}
            actions={
              <span className="flex flex-wrap items-baseline gap-x-4">
                {district.metres !== null && (
                  <span className="text-small text-ink-muted">
                    {t("away", { distance: formatDistance(district.metres) })}
                  </span>
                )}
                <TextLink
                  href={`/pharmacies/duty/${district.slug}`}
                  className="inline-flex min-h-touch items-center"
                >
                  {t("wholeWeek")}
                </TextLink>
              </span>
            }
            className="rounded-card border border-line bg-surface p-5 shadow-raised sm:p-6"
          >
            <DistrictDuty district={district} nowMs={now.epochMilliseconds} level={3} />
          </Section>
        ))}
      </div>
    </PageContainer>
  );
}
