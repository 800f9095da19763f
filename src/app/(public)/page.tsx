import { CalendarCheck, Clock, type LucideIcon, MapPin, Search } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { after } from "next/server";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import { SearchForm } from "@/features/doctors/components/search-form";
import type { Facet } from "@/features/doctors/schema";
import { searchHref } from "@/features/doctors/search-url";
import { gazetteer } from "@/features/places/load";
import { api } from "@/trpc/server";

export const metadata: Metadata = { alternates: { canonical: "/" } };

/** How many specialities the start page names. */
const specialitiesShown = 9;

export default async function StartPage() {
  const t = await getTranslations("start");
  const facets = await (await api()).doctors.facets();
  // Whoever starts here is about to name a place.
  after(() => gazetteer().then(() => undefined));
  const popular = [...facets.specialities]
    .sort((a, b) => b.doctors - a.doctors)
    .slice(0, specialitiesShown);
  return (
    <PageContainer>
      <div className="grid gap-12 sm:gap-16">
        <div className="grid gap-6 sm:pt-6">
          <h1 className="max-w-[18ch] text-display">{t("title")}</h1>
          <p className="max-w-prose text-lead text-ink-muted">{t("lead")}</p>
          <SearchForm facets={facets} shape="start" />
        </div>
        {popular.length > 0 && <Popular specialities={popular} />}
        <Pharmacies />
        <HowItWorks />
      </div>
    </PageContainer>
  );
}

async function Popular({ specialities }: { specialities: Facet[] }) {
  const t = await getTranslations("start");
  return (
    <Section title={t("popular")}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {specialities.map(({ value, doctors }) => (
          <li key={value} className="grid">
            <Link
              href={searchHref({ speciality: value, sort: "soonest" })}
              prefetch={false}
              className="flex min-h-touch items-baseline justify-between gap-4 rounded-control border border-line bg-surface px-4 py-3 text-ink no-underline transition-colors hover:border-accent hover:text-accent"
            >
              <span className="font-semibold">{value}</span>
              <span className="shrink-0 text-small text-ink-muted">
                {t("doctors", { count: doctors })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-6">
        <TextLink href="/doctors" prefetch={false} className="inline-block py-2.5">
          {t("allSpecialities")}
        </TextLink>
        <TextLink href="/clinics" prefetch={false} className="inline-block py-2.5">
          {t("byClinic")}
        </TextLink>
      </p>
    </Section>
  );
}

async function Pharmacies() {
  const t = await getTranslations("start");
  return (
    <Section title={t("pharmacies")}>
      <p className="max-w-prose text-ink-muted">{t("pharmaciesLead")}</p>
      <ButtonLink
        href="/pharmacies"
        prefetch={false}
        variant="secondary"
        className="justify-self-start"
      >
        <MapPin aria-hidden className="size-5" />
        {t("pharmaciesFind")}
      </ButtonLink>
    </Section>
  );
}

const steps: { key: "find" | "choose" | "confirm"; icon: LucideIcon }[] = [
  { key: "find", icon: Search },
  { key: "choose", icon: Clock },
  { key: "confirm", icon: CalendarCheck },
];

async function HowItWorks() {
  const t = await getTranslations("start");
  return (
    <Section title={t("how")}>
      <ol className="grid gap-6 md:grid-cols-3">
        {steps.map(({ key, icon: Icon }) => (
          <li key={key} className="grid content-start gap-2">
            <span className="grid size-12 place-items-center rounded-pill bg-accent-soft text-accent">
              <Icon aria-hidden className="size-6" />
            </span>
            <h3 className="text-h3">{t(`steps.${key}Title`)}</h3>
            <p className="text-ink-muted">{t(`steps.${key}Body`)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
