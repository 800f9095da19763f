import { getTranslations } from "next-intl/server";
import { NextPage } from "@/components/ui/next-page";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { Instant } from "@/lib/time/instant";
import { mostCandidates, type SearchResults } from "../schema";
import { changedHref, type SearchFilters, searchHref } from "../search-url";
import { DoctorCard } from "./doctor-card";
import { EmptyResults } from "./empty-results";
import type { SetFilter } from "./set-filters";
import { SortLinks } from "./sort-links";

type SearchResultsProps = {
  results: SearchResults;
  filters: SearchFilters;
  set: SetFilter[];
  now: Instant;
};

export async function SearchResultsView({ results, filters, set, now }: SearchResultsProps) {
  const t = await getTranslations("search");
  const { doctors, total, isCut, nextCursor } = results;
  if (doctors.length === 0 && !filters.cursor) return <EmptyResults filters={filters} set={set} />;
  const by = filters.place || filters.near ? "place" : "rating";
  const nextHref = nextCursor ? searchHref({ ...filters, cursor: nextCursor }) : null;
  return (
    <section aria-labelledby="results" className="grid gap-5">
      <div className="grid gap-3">
        <p id="results" className="text-lead">
          {t(filters.sort === "soonest" ? "foundSoonest" : "found", { count: total })}
        </p>
        <SortLinks filters={filters} />
      </div>
      {isCut && <Notice>{t("cut", { most: mostCandidates, by })}</Notice>}
      {filters.sort === "fee" && hasSeveralCurrencies(results) && (
        <Notice>{t("mixedCurrencies")}</Notice>
      )}
      <ol className="grid gap-4">
        {doctors.map((doctor) => (
          <DoctorCard key={doctor.id} doctor={doctor} now={now} />
        ))}
      </ol>
      <NextPage label={t("nextPage")} navLabel={t("results")} href={nextHref} />
      {filters.cursor && (
        <p className="text-center">
          <TextLink
            href={changedHref(filters, {})}
            prefetch={false}
            className="inline-block py-2.5"
          >
            {t("firstPage")}
          </TextLink>
        </p>
      )}
    </section>
  );
}

function hasSeveralCurrencies({ doctors }: SearchResults): boolean {
  const fees = doctors.flatMap((doctor) => doctor.clinics.map((offer) => offer.fee));
  return new Set(fees.map((fee) => fee?.currency).filter(Boolean)).size > 1;
}
