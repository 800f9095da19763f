import "server-only";
import lookupZone from "@photostructure/tz-lookup";
import type { Point } from "@/lib/geo";
import { isZone } from "@/lib/time/zone";

/** The clock at a point of the Earth: a suggestion, for a person to confirm. */
export function zoneAt({ latitude, longitude }: Point): { timezone: string } {
  const timezone = lookupZone(latitude, longitude);
  return { timezone: isZone(timezone) ? timezone : "UTC" };
}
