import { getTranslations } from "next-intl/server";
import { NextPage } from "@/components/ui/next-page";
import { TextLink } from "@/components/ui/text-link";
import type { Instant } from "@/lib/time/instant";
import type { SearchResults } from "../../schema";
import { changedFinderHref, type FinderFilters, finderHref } from "../../search-url";
import { FinderEmpty } from "./finder-empty";
import { listId } from "./item-id";
import { openWords } from "./open-words";
import { PharmacyCard } from "./pharmacy-card";
import type { SetFilter } from "./set-filters";

type FinderListProps = {
  found: SearchResults;
  filters: FinderFilters;
  set: SetFilter[];
  now: Instant;
};

/** The pharmacies of a search, nearest first; everything that the map shows, and more. */
export async function FinderList({ found, filters, set, now }: FinderListProps) {
  const t = await getTranslations("finder");
  const { results, next } = found;
  if (results.length === 0 && !filters.after) return <FinderEmpty filters={filters} set={set} />;
  const isThen = filters.open !== undefined && filters.open !== "now";
  return (
    <section aria-labelledby={listId} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id={listId} tabIndex={-1} className="sr-only">
        {t("results")}
      </h2>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {results.map((pharmacy, index) => (
          <PharmacyCard
            key={pharmacy.id}
            pharmacy={pharmacy}
            number={index + 1}
            zone={pharmacy.timezone === results[0]?.timezone ? null : pharmacy.timezone}
            words={openWords(pharmacy, now, { isThen }, t)}
          />
        ))}
      </ol>
      <NextPage
        label={t("nextPage")}
        navLabel={t("pages")}
        href={next ? finderHref({ ...filters, after: next }) : null}
      />
      {filters.after && (
        <p className="text-center">
          <TextLink
            href={changedFinderHref(filters, {})}
            rel="first"
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
