import "server-only";
import { getLocale } from "next-intl/server";
import { countryChoices } from "@/lib/countries";
import { zoneNames } from "@/lib/time/zone";
import { mapTiles } from "@/server/map-tiles";

/** What the forms of places let one choose from. */
export async function placeChoices() {
  return {
    zones: zoneNames().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
    countries: countryChoices(await getLocale()),
    tiles: mapTiles(),
  };
}
