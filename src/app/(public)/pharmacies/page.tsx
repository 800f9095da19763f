import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { PlaceField } from "@/features/doctors/components/place-field";
import { FinderForm } from "@/features/pharmacies/components/finder/finder-form";
import { FinderFound } from "@/features/pharmacies/components/finder/finder-found";
import { FinderLive } from "@/features/pharmacies/components/finder/finder-live";
import { FinderNotes } from "@/features/pharmacies/components/finder/finder-notes";
import { FinderStart } from "@/features/pharmacies/components/finder/finder-start";
import { QuickFilters } from "@/features/pharmacies/components/finder/quick-filters";
import { SetFilters, setFilters } from "@/features/pharmacies/components/finder/set-filters";
import {
  type FinderFilters,
  finderHref,
  readFinderUrl,
  searchOf,
} from "@/features/pharmacies/search-url";
import type { RawParams } from "@/lib/nearby-url";
import { mapTiles } from "@/server/map-tiles";
import { pageContext } from "@/server/page-context";
import { api } from "@/trpc/server";

type PageProps = { searchParams: Promise<RawParams> };

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { filters } = readFinderUrl(await searchParams);
  const t = await getTranslations("finder");
  const { after, near, ...lasting } = filters;
  return {
    title: await titleOf(filters),
    description: t("metaDescription"),
    alternates: { canonical: finderHref(lasting) },
    // Where one person stands is no page for a search engine.
    robots: after || near ? { index: false, follow: true } : undefined,
  };
}

export default async function PharmaciesPage({ searchParams }: PageProps) {
  const { filters: typed, problems } = readFinderUrl(await searchParams);
  const [t, call, { now }] = await Promise.all([getTranslations("finder"), api(), pageContext()]);
  const found = typed.place ? await call.places.resolve({ text: typed.place }) : null;
  const filters = found?.place ? { ...typed, place: found.place.label } : typed;
  const point = typed.place ? found?.place : typed.near;
  const search = point ? searchOf(filters, point) : null;
  const [insurers, results, markers, clinics] = await Promise.all([
    call.pharmacies.insurers(),
    search && call.pharmacies.search({ ...search, after: filters.after }),
    search && call.pharmacies.markers({ ...search, zoom: 0 }),
    search ? null : call.clinics.list(),
  ]);
  const set = setFilters(filters, t);
  return (
    <PageContainer>
      <PageHeader title={await titleOf(filters)} lead={search ? undefined : t("lead")} />
      <FinderLive href={finderHref(filters)} offline={t("offline")}>
        <FinderForm
          filters={filters}
          insurers={insurers}
          placeField={
            <PlaceField
              id="finder-place"
              name="place"
              defaultValue={filters.place}
              placeholder={t("wherePlaceholder")}
              listLabel={t("places")}
            />
          }
        />
        <FinderNotes
          filters={filters}
          problems={problems}
          unknownPlace={
            typed.place && found && !found.place
              ? { text: typed.place, similar: found.similar.map(({ label }) => label) }
              : null
          }
        />
        {search && results && markers ? (
          <>
            <div className="flex flex-wrap gap-2">
              <QuickFilters filters={filters} />
              <SetFilters set={set} />
            </div>
            <FinderFound
              filters={filters}
              set={set}
              search={search}
              found={results}
              total={markers.total}
              tiles={mapTiles()}
              now={now}
            />
          </>
        ) : (
          <FinderStart filters={filters} towns={biggestTowns(clinics ?? [])} />
        )}
      </FinderLive>
    </PageContainer>
  );
}

/** "Pharmacies near Chicago, IL", "Pharmacies in this area". */
async function titleOf({ place, near }: FinderFilters): Promise<string> {
  const t = await getTranslations("finder");
  if (place) return t("titleNear", { place: place.replace(/, [^,]+$/, "") });
  return near ? t("titleArea") : t("title");
}

/** Where there are most clinics there is most to find; an example is worth more than an empty page. */
function biggestTowns(clinics: readonly { city: string | null }[]): string[] {
  const counts = new Map<string, number>();
  for (const { city } of clinics) if (city) counts.set(city, (counts.get(city) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([city]) => city);
}
