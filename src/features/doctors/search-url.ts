import { nearbyKm, type Point, writePoint } from "@/lib/geo";
import { slugSchema } from "@/lib/ids";
import {
  firstOf,
  type NearbyProblem,
  type RawParams,
  readKm,
  readNear,
  readNumber,
} from "@/lib/nearby-url";
import { typedText } from "@/lib/text";
import { mostCursor, readCursor } from "./cursor";
import { type Sort, sorts } from "./schema";

/** A search as an address says it: what was typed, not yet looked up. */
export type SearchFilters = {
  q?: string;
  speciality?: string;
  place?: string;
  near?: Point;
  km?: number;
  language?: string;
  fee?: number;
  clinic?: string;
  sort: Sort;
  cursor?: string;
};

/** What was wrong with a filter, and therefore corrected or left out. */
export type FilterProblem =
  | NearbyProblem
  | "feeInvalid"
  | "clinicInvalid"
  | "sortUnknown"
  | "sortNeedsPlace"
  | "cursorInvalid"
  | "textTooLong";

const MOST_FEE = 10_000_000;

/**
 * Reads the filters of an address. Never refuses: a filter that makes no sense is left out or put
 * right, and `problems` says so. A typed place goes before a position.
 */
export function readSearchUrl(params: RawParams): {
  filters: SearchFilters;
  problems: FilterProblem[];
} {
  const problems = new Set<FilterProblem>();
  const filters: SearchFilters = { sort: "soonest" };
  const text = (name: string, longest = 100) => {
    const value = firstOf(params[name]);
    const typed = typedText(longest).safeParse(value.slice(0, longest));
    if (value.length > longest) problems.add("textTooLong");
    return (typed.success && typed.data) || undefined;
  };
  assign(filters, "q", text("q"));
  assign(filters, "speciality", text("speciality"));
  assign(filters, "place", text("place"));
  assign(filters, "language", text("language"));
  assign(filters, "clinic", readClinic(firstOf(params.clinic), problems));
  assign(filters, "fee", readFee(firstOf(params.fee), problems));
  if (!filters.place) assign(filters, "near", readNear(firstOf(params.near), problems));
  assign(filters, "km", readKm(firstOf(params.km), problems));
  filters.sort = readSort(firstOf(params.sort), Boolean(filters.place ?? filters.near), problems);
  assign(filters, "cursor", readPage(firstOf(params.cursor), filters.sort, problems));
  return { filters, problems: [...problems] };
}

/** The address of a search, shareable; what is as usual is left out. */
export function searchHref(filters: SearchFilters): string {
  const params = new URLSearchParams();
  const { q, speciality, place, near, km, language, fee, clinic, sort, cursor } = filters;
  if (q) params.set("q", q);
  if (speciality) params.set("speciality", speciality);
  if (place) params.set("place", place);
  if (near && !place) params.set("near", writePoint(near));
  if (km !== undefined && km !== nearbyKm.usual) params.set("km", String(km));
  if (language) params.set("language", language);
  if (fee !== undefined) params.set("fee", String(fee));
  if (clinic) params.set("clinic", clinic);
  if (sort !== "soonest") params.set("sort", sort);
  if (cursor) params.set("cursor", cursor);
  const query = params.toString().replaceAll("%2C", ",");
  return query ? `/doctors?${query}` : "/doctors";
}

/** The address of the same search with something changed, from its first page. */
export function changedHref(
  filters: SearchFilters,
  change: Partial<Record<keyof SearchFilters, unknown>>,
): string {
  return searchHref({ ...filters, cursor: undefined, ...change } as SearchFilters);
}

function assign<Key extends keyof SearchFilters>(
  filters: SearchFilters,
  key: Key,
  value: SearchFilters[Key] | undefined,
): void {
  if (value !== undefined) filters[key] = value;
}

type Problems = Set<FilterProblem>;

function readClinic(text: string, problems: Problems): string | undefined {
  if (!text) return undefined;
  const slug = slugSchema.safeParse(text);
  if (!slug.success) problems.add("clinicInvalid");
  return slug.data;
}

function readFee(text: string, problems: Problems): number | undefined {
  if (!text) return undefined;
  const fee = readNumber(text);
  if (fee !== null && fee <= MOST_FEE) return fee;
  problems.add("feeInvalid");
  return undefined;
}

function readSort(text: string, hasPlace: boolean, problems: Problems): Sort {
  const sort = sorts.find((one) => one === text);
  if (text && !sort) problems.add("sortUnknown");
  if (sort !== "distance" || hasPlace) return sort ?? "soonest";
  problems.add("sortNeedsPlace");
  return "soonest";
}

function readPage(text: string, sort: Sort, problems: Problems): string | undefined {
  if (!text) return undefined;
  if (text.length <= mostCursor && readCursor(text)?.sort === sort) return text;
  problems.add("cursorInvalid");
  return undefined;
}
