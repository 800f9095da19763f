import { getTranslations } from "next-intl/server";
import { FilterChip } from "@/components/ui/filter-chip";
import { sorts } from "../schema";
import { changedHref, type SearchFilters } from "../search-url";

/** The orders as addresses; nearest first only where there is a place to measure from. */
export async function SortLinks({ filters }: { filters: SearchFilters }) {
  const t = await getTranslations("search");
  const hasPlace = Boolean(filters.place ?? filters.near);
  return (
    <nav aria-label={t("sortBy")}>
      <ul className="flex flex-wrap gap-2">
        {sorts
          .filter((sort) => sort !== "distance" || hasPlace)
          .map((sort) => (
            <li key={sort}>
              <FilterChip
                href={changedHref(filters, { sort })}
                isOn={filters.sort === sort}
                prefetch={false}
              >
                {t(`sort.${sort}`)}
              </FilterChip>
            </li>
          ))}
      </ul>
    </nav>
  );
}
