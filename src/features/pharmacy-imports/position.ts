import lookupZone from "@photostructure/tz-lookup";
import { countryCodes } from "@/lib/countries";
import type { Point } from "@/lib/geo";
import { isZone } from "@/lib/time/zone";
import type { RawPosition, RawValue, RowProblem } from "./raw-row";

type Degrees = { value: number } | { problem: RowProblem };

/** Reads degrees: plain decimals in a text; a number of JSON is one however it is written. */
function readDegrees(raw: RawValue, name: string): Degrees {
  if (typeof raw === "number" && Number.isFinite(raw)) return { value: raw };
  const text = typeof raw === "string" ? raw.trim() : String(raw);
  const detail = `${name} ${text.slice(0, 40)}`;
  if (text === "" || raw === null) return { problem: { reason: "noPosition" } };
  if (/^[+-]?\d+(\.\d+)?$/.test(text) && text.length <= 40) return { value: Number(text) };
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return { problem: { reason: "exponent", detail } };
  if (/^[+-]?\d+,\d+$/.test(text)) return { problem: { reason: "commaDecimal", detail } };
  return { problem: { reason: "notANumber", detail } };
}

/**
 * The place of a row, or why there is none. Exchanged degrees are noticed where the other order alone
 * lies on Earth, or alone in the row's country; never put right in silence.
 */
export function readPosition(
  raw: RawPosition,
  country: string | null,
): { point: Point } | { problem: RowProblem } {
  if (raw === "none") return { problem: { reason: "noPosition" } };
  if (raw === "unreadable") return { problem: { reason: "badGeometry" } };
  const latitude = readDegrees(raw.latitude, "latitude");
  const longitude = readDegrees(raw.longitude, "longitude");
  if ("problem" in latitude) return latitude;
  if ("problem" in longitude) return longitude;
  const point = { latitude: latitude.value, longitude: longitude.value };
  const other = { latitude: longitude.value, longitude: latitude.value };
  const detail = `latitude ${point.latitude}, longitude ${point.longitude}`;
  if (point.latitude === 0 && point.longitude === 0) return { problem: { reason: "nullIsland" } };
  if (!isOnEarth(point))
    return { problem: { reason: isOnEarth(other) ? "swapped" : "outOfRange", detail } };
  if (country && !isIn(country, point) && isOnEarth(other) && isIn(country, other))
    return { problem: { reason: "swapped", detail } };
  return { point };
}

/** The IANA zone at a place. */
export function zoneOf({ latitude, longitude }: Point): string {
  const zone = lookupZone(latitude, longitude);
  return isZone(zone) ? zone : "UTC";
}

/** The country whose alone a zone is; null where several share it, or none has it. */
export function countryOfZone(zone: string): string | null {
  const found = countries().get(todaysName(zone));
  return found?.length === 1 ? (found[0] ?? null) : null;
}

function isOnEarth({ latitude, longitude }: Point): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function isIn(country: string, point: Point): boolean {
  return (
    countries()
      .get(todaysName(zoneOf(point)))
      ?.includes(country) ?? false
  );
}

let known: ReadonlyMap<string, string[]> | undefined;

/** Zone -> countries, as the runtime knows them. */
function countries(): ReadonlyMap<string, string[]> {
  if (known) return known;
  const all = new Map<string, string[]>();
  for (const code of countryCodes) {
    const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & {
      timeZones?: string[];
      getTimeZones?: () => string[];
    };
    for (const zone of locale.getTimeZones?.() ?? locale.timeZones ?? [])
      all.set(todaysName(zone), [...(all.get(todaysName(zone)) ?? []), code]);
  }
  known = all;
  return all;
}

const names = new Map<string, string>();

/** The one name that this runtime has for a zone of several. */
function todaysName(zone: string): string {
  const found = names.get(zone);
  if (found) return found;
  const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions();
  names.set(zone, timeZone);
  return timeZone;
}
