import { nearbyKm, type Point, parsePoint, writePoint } from "@/lib/geo";
import { slugSchema } from "@/lib/ids";
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
  | "nearInvalid"
  | "nearSwapped"
  | "kmInvalid"
  | "kmTooFar"
  | "kmTooNear"
  | "feeInvalid"
  | "clinicInvalid"
  | "sortUnknown"
  | "sortNeedsPlace"
  | "cursorInvalid"
  | "textTooLong";

export type RawParams = Record<string, string | string[] | undefined>;

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
    const value = first(params[name]);
    const typed = typedText(longest).safeParse(value.slice(0, longest));
    if (value.length > longest) problems.add("textTooLong");
    return (typed.success && typed.data) || undefined;
  };
  assign(filters, "q", text("q"));
  assign(filters, "speciality", text("speciality"));
  assign(filters, "place", text("place"));
  assign(filters, "language", text("language"));
  assign(filters, "clinic", readClinic(first(params.clinic), problems));
  assign(filters, "fee", readFee(first(params.fee), problems));
  if (!filters.place) assign(filters, "near", readNear(first(params.near), problems));
  assign(filters, "km", readKm(first(params.km), problems));
  filters.sort = readSort(first(params.sort), Boolean(filters.place ?? filters.near), problems);
  assign(filters, "cursor", readPage(first(params.cursor), filters.sort, problems));
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

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? (value.find((one) => one.trim()) ?? "") : (value ?? "")).trim();
}

type Problems = Set<FilterProblem>;

function readClinic(text: string, problems: Problems): string | undefined {
  if (!text) return undefined;
  const slug = slugSchema.safeParse(text);
  if (!slug.success) problems.add("clinicInvalid");
  return slug.data;
}

function readNear(text: string, problems: Problems): Point | undefined {
  if (!text) return undefined;
  const point = parsePoint(text);
  if (!point) problems.add("nearInvalid");
  else if (point.isSwapped) problems.add("nearSwapped");
  return point ? { latitude: point.latitude, longitude: point.longitude } : undefined;
}

/** Decimal digits only: "1e9", "0x10" and "Infinity" are numbers to JavaScript, not to people. */
function readNumber(text: string): number | null {
  return /^\d{1,12}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : null;
}

function readKm(text: string, problems: Problems): number | undefined {
  if (!text) return undefined;
  const km = readNumber(text);
  if (km === null) problems.add("kmInvalid");
  else if (km > nearbyKm.most) problems.add("kmTooFar");
  else if (km < nearbyKm.least) problems.add("kmTooNear");
  return km === null ? undefined : Math.min(nearbyKm.most, Math.max(nearbyKm.least, km));
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
