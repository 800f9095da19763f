import { SlidersHorizontal } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { SearchForm } from "@/features/doctors/components/search-form";
import { SearchNotes } from "@/features/doctors/components/search-notes";
import { SearchResultsView } from "@/features/doctors/components/search-results";
import { SetFilters, setFilters } from "@/features/doctors/components/set-filters";
import { planSearch } from "@/features/doctors/plan-search";
import { readSearchUrl, type SearchFilters, searchHref } from "@/features/doctors/search-url";
import type { RawParams } from "@/lib/nearby-url";
import { pageContext } from "@/server/page-context";
import { api } from "@/trpc/server";

type PageProps = { searchParams: Promise<RawParams> };

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { filters } = readSearchUrl(await searchParams);
  const { cursor, near, q, ...lasting } = filters;
  return {
    title: await titleOf(filters),
    alternates: { canonical: searchHref(lasting) },
    // What one person typed, and where one person stands, is no page for a search engine.
    robots: cursor || near || q ? { index: false, follow: true } : undefined,
  };
}

export default async function DoctorsPage({ searchParams }: PageProps) {
  const { filters: typed, problems } = readSearchUrl(await searchParams);
  const [t, call, { now }] = await Promise.all([getTranslations("search"), api(), pageContext()]);
  const [facets, found] = await Promise.all([
    call.doctors.facets(),
    typed.place ? call.places.resolve({ text: typed.place }) : null,
  ]);
  const { filters, input, unknown } = planSearch(typed, facets, found);
  const results = await call.doctors.search(input);
  const clinicName = results.doctors[0]?.clinics[0]?.clinic.name;
  const set = setFilters(filters, clinicName, t);
  return (
    <PageContainer>
      <PageHeader title={await titleOf(filters)} />
      <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-10">
        {/* On a phone the results come first; the form opens by its address, without a script. */}
        <div id="search" className="max-lg:hidden max-lg:target:block lg:sticky lg:top-22">
          <SearchForm facets={facets} filters={filters} shape="results" />
        </div>
        <div className="grid gap-5">
          <SearchNotes filters={filters} problems={problems} unknown={unknown} />
          <div className="flex flex-wrap gap-2">
            <a href="#search" className={cx(buttonClass({ variant: "secondary" }), "lg:hidden")}>
              <SlidersHorizontal aria-hidden className="size-5" />
              {t("change")}
            </a>
            <SetFilters set={set} />
          </div>
          <SearchResultsView results={results} filters={filters} set={set} now={now} />
        </div>
      </div>
    </PageContainer>
  );
}

/** "Cardiology near Chicago, IL", "Doctors near you", "Doctors with free times". */
async function titleOf({ speciality, place, near }: SearchFilters): Promise<string> {
  const t = await getTranslations("search");
  const what = speciality ?? t("doctors");
  if (place) return t("titleNear", { what, place: place.replace(/, [^,]+$/, "") });
  if (near) return t("titleNearYou", { what });
  return speciality ?? t("titleAll");
}
