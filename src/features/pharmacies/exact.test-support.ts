import { createRequire } from "node:module";
import type { Point } from "@/lib/geo";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { searchPharmacies } from "./queries/search-pharmacies";
import { searchInput } from "./schema";

/** Without `require` Node finds no names in this library, which is older than modules. */
const { Geodesic }: typeof import("geographiclib-geodesic") = createRequire(import.meta.url)(
  "geographiclib-geodesic",
);

/** Metres. */
export type Found = { id: string; distance: number };

/** Metres between two places on the WGS 84 ellipsoid, by Karney's own library. */
export function geodesic(from: Point, to: Point): number {
  const line = Geodesic.WGS84.Inverse(from.latitude, from.longitude, to.latitude, to.longitude);
  return line.s12 ?? Number.NaN;
}

/** The place so many metres from another, in a direction (degrees from north). */
export function placeAt(from: Point, direction: number, metres: number): Point {
  const line = Geodesic.WGS84.Direct(from.latitude, from.longitude, direction, metres);
  return { latitude: line.lat2 ?? Number.NaN, longitude: line.lon2 ?? Number.NaN };
}

/** All places within the radius, by looking at every single one. */
export function byBruteForce(
  places: readonly (Point & { id: string })[],
  near: Point,
  radiusKm: number,
): Found[] {
  return places
    .map((place) => ({ id: place.id, distance: geodesic(near, place) }))
    .filter(({ distance }) => distance <= radiusKm * 1000)
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
}

/** What the search answers, from its first page to its last. */
export async function walkPages(
  db: Db,
  search: { near: Point; radiusKm: number; limit: number },
  now: Instant,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await searchPharmacies(db, searchInput.parse({ ...search, after }), now);
    found.push(...page.results);
    after = page.next;
  }
  return found;
}

/**
 * What is wrong with an answer: others than expected, a distance more than a millimetre off, or out
 * of the order (distance, id). Empty where nothing is.
 */
export function differences(found: readonly Found[], expected: readonly Found[]): string[] {
  const wrong: string[] = [];
  const distances = new Map(expected.map(({ id, distance }) => [id, distance]));
  for (const [index, { id, distance }] of found.entries()) {
    const before = found[index - 1];
    const off = Math.abs(distance - (distances.get(id) ?? Number.NaN));
    if (!(off < 0.001)) wrong.push(`${id} at ${distance} m should be at ${distances.get(id)} m`);
    if (before && (before.distance > distance || (before.distance === distance && before.id >= id)))
      wrong.push(`${id} stands after ${before.id}`);
  }
  if (found.length !== expected.length)
    wrong.push(`${found.length} found of ${expected.length} expected`);
  return wrong;
}
