import type { Facets, SearchInput } from "./schema";
import type { SearchFilters } from "./search-url";
import { findNamed } from "./specialities";

export type FoundPlace = {
  place: { label: string; latitude: number; longitude: number } | null;
  similar: { label: string }[];
};

/** Something typed that is not known, with what it may have meant. */
export type Unknown =
  | { what: "speciality" | "language"; text: string }
  | { what: "place"; text: string; similar: string[] };

/**
 * Turns the filters of an address into a search: names are matched with what there is, and what is
 * not known is left out and reported.
 */
export function planSearch(
  typed: SearchFilters,
  facets: Facets,
  found: FoundPlace | null,
): { filters: SearchFilters; input: SearchPlan; unknown: Unknown[] } {
  const filters = { ...typed };
  const unknown: Unknown[] = [];
  const known = (what: "speciality" | "language", values: Facets["languages"]) => {
    const text = typed[what];
    if (text === undefined) return;
    const match = findNamed(
      text,
      values.map((one) => one.value),
    );
    if (match) filters[what] = match;
    else {
      delete filters[what];
      unknown.push({ what, text });
    }
  };
  known("speciality", facets.specialities);
  known("language", facets.languages);
  if (typed.place && found?.place) filters.place = found.place.label;
  else if (typed.place) {
    delete filters.place;
    if (filters.sort === "distance") filters.sort = "soonest";
    const similar = (found?.similar ?? []).map((place) => place.label);
    unknown.push({ what: "place", text: typed.place, similar });
  }
  return { filters, input: toInput(filters, found), unknown };
}

export type SearchPlan = Partial<Omit<SearchInput, "cursor">> & { cursor?: string };

function toInput(filters: SearchFilters, found: FoundPlace | null): SearchPlan {
  const { q, speciality, language, fee, clinic, sort, km, cursor } = filters;
  const point = filters.place ? found?.place : filters.near;
  return {
    sort,
    ...(q !== undefined && { q }),
    ...(speciality !== undefined && { speciality }),
    ...(language !== undefined && { language }),
    ...(fee !== undefined && { maxFee: fee }),
    ...(clinic !== undefined && { clinic }),
    ...(km !== undefined && { km }),
    ...(cursor !== undefined && { cursor }),
    ...(point && { near: { latitude: point.latitude, longitude: point.longitude } }),
  };
}
