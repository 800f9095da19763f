import { nearbyKm, type Point, writePoint } from "@/lib/geo";
import {
  firstOf,
  type NearbyProblem,
  type RawParams,
  readKm,
  readNear,
  readNumber,
} from "@/lib/nearby-url";
import { typedText } from "@/lib/text";
import { parseWall, wallText } from "@/lib/time/wall";
import { mostCursor, readCursor } from "./cursor";
import { pharmacyServices, type SearchInput } from "./schema";

export type PharmacyService = (typeof pharmacyServices)[number];

/** A search for pharmacies as an address says it: what was typed, not yet looked up. */
export type FinderFilters = {
  place?: string;
  near?: Point;
  /** Kilometres. */
  radius?: number;
  /** "now", or what the wall of each pharmacy reads: "2026-11-25T22:00". */
  open?: string;
  sundays?: true;
  nights?: true;
  delivers?: true;
  verified?: true;
  insurance?: string;
  services: PharmacyService[];
  /** At least so many stars. */
  rating?: number;
  after?: string;
};

/** What was wrong with a filter, and therefore corrected or left out. */
export type FinderProblem =
  | NearbyProblem
  | "openInvalid"
  | "ratingInvalid"
  | "serviceUnknown"
  | "afterInvalid"
  | "textTooLong";

/** The filters that are only on or off. */
export const switches = ["sundays", "nights", "delivers", "verified"] as const;

/** The distances to choose from, in kilometres. */
export const radii = [1, 2, 5, 10, 25, 50, 100] as const;

/**
 * Reads the filters of an address. Never refuses: a filter that makes no sense is left out or put
 * right, and `problems` says so. A typed place goes before a position.
 */
export function readFinderUrl(params: RawParams): {
  filters: FinderFilters;
  problems: FinderProblem[];
} {
  const problems = new Set<FinderProblem>();
  const text = (value: string) => {
    const typed = typedText(100).safeParse(value.slice(0, 100));
    if (value.length > 100) problems.add("textTooLong");
    return (typed.success && typed.data) || undefined;
  };
  const place = text(firstOf(params.place));
  const near = place ? undefined : readNear(firstOf(params.near), problems);
  const filters: FinderFilters = {
    ...defined({
      place,
      near,
      radius: readKm(firstOf(params.radius), problems),
      open: readOpen(firstOf(params.at) || firstOf(params.open), problems),
      insurance: text(firstOf(params.insurance)),
      rating: readRating(firstOf(params.rating), problems),
    }),
    services: readServices(params.services, problems),
  };
  for (const name of switches) if (firstOf(params[name])) filters[name] = true;
  const after = readAfter(firstOf(params.after), Boolean(place ?? near), problems);
  if (after) filters.after = after;
  return { filters, problems: [...problems] };
}

/** The address of a search, shareable; what is as usual is left out. */
export function finderHref(filters: FinderFilters): string {
  const params = new URLSearchParams();
  const { place, near, radius, open, insurance, services, rating, after } = filters;
  if (place) params.set("place", place);
  if (near && !place) params.set("near", writePoint(near, 3));
  if (radius !== undefined && radius !== nearbyKm.usual) params.set("radius", String(radius));
  if (open) params.set("open", open);
  for (const name of switches) if (filters[name]) params.set(name, "1");
  if (insurance) params.set("insurance", insurance);
  for (const service of services) params.append("services", service);
  if (rating !== undefined) params.set("rating", String(rating));
  if (after) params.set("after", after);
  const query = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return query ? `/pharmacies?${query}` : "/pharmacies";
}

/** The address of the same search with something changed, from its first page. */
export function changedFinderHref(filters: FinderFilters, change: Partial<FinderFilters>): string {
  return finderHref({ ...filters, after: undefined, ...change });
}

type Problems = Set<FinderProblem>;

function defined<T extends object>(record: T): { [Key in keyof T]: NonNullable<T[Key]> } {
  const set = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as { [Key in keyof T]: NonNullable<T[Key]> };
}

function readOpen(text: string, problems: Problems): string | undefined {
  if (!text || text === "now") return text || undefined;
  const wall = parseWall(text);
  // A day that does not exist, as February 30, would silently be another one.
  if (wall !== null && wallText(wall).startsWith(text)) return text;
  problems.add("openInvalid");
  return undefined;
}

function readRating(text: string, problems: Problems): number | undefined {
  if (!text) return undefined;
  const stars = readNumber(text);
  if (stars !== null && stars >= 1 && stars <= 5) return stars;
  problems.add("ratingInvalid");
  return undefined;
}

function readServices(value: string | string[] | undefined, problems: Problems): PharmacyService[] {
  const typed = new Set((Array.isArray(value) ? value : [value ?? ""]).map((one) => one.trim()));
  typed.delete("");
  const services = pharmacyServices.filter((one) => typed.has(one));
  if (services.length < typed.size) problems.add("serviceUnknown");
  return services;
}

function readAfter(text: string, hasPlace: boolean, problems: Problems): string | undefined {
  if (!text) return undefined;
  if (hasPlace && text.length <= mostCursor && readCursor(text)) return text;
  problems.add("afterInvalid");
  return undefined;
}

/** The filters of an address as `pharmacies.search` takes them, around a point. */
export function searchOf(
  filters: FinderFilters,
  { latitude, longitude }: Point,
): Pick<SearchInput, "near" | "radiusKm" | "filters"> {
  const { radius, open, sundays, nights, delivers, verified, insurance, services, rating } =
    filters;
  return {
    near: { latitude, longitude },
    radiusKm: radius ?? nearbyKm.usual,
    filters: {
      ...defined({ open, sundays, nights, delivers, verified, insurance, minRating: rating }),
      ...(services.length > 0 && { services }),
    },
  };
}
