import "server-only";
import lookupZone from "@photostructure/tz-lookup";
import { gazetteer } from "@/features/places/load";
import type { Place } from "@/features/places/schema";
import { parsePoint } from "@/lib/geo";
import { isZone } from "@/lib/time/zone";
import { currencyOf } from "../currencies";

/** What is known of the place of a clinic: its town, where that lies, its clock and its money. */
export type DescribedPlace = { place: Place; timezone: string; currency: string | null };

/**
 * The town a text means, and what to suggest for a clinic there, or at the point picked near it.
 * Null for a town that nobody knows.
 */
export async function describePlace(input: {
  city: string;
  position: string;
}): Promise<DescribedPlace | null> {
  const place = (await gazetteer()).resolve(input.city);
  if (!place) return null;
  const { latitude, longitude } = parsePoint(input.position) ?? place;
  return { place, timezone: zoneAt(latitude, longitude), currency: currencyOf(place.country) };
}

function zoneAt(latitude: number, longitude: number): string {
  const zone = lookupZone(latitude, longitude);
  return isZone(zone) ? zone : "UTC";
}
