// What an address says of where to search, and how far. Nothing here refuses: what makes no sense is left
// out or put right, and `problems` says so.
import { nearbyKm, type Point, parsePoint } from "./geo";

export type RawParams = Record<string, string | string[] | undefined>;

export type NearbyProblem = "nearInvalid" | "nearSwapped" | "kmInvalid" | "kmTooFar" | "kmTooNear";

/** Wherever problems are gathered that may be others, too. */
type Problems = { add(problem: NearbyProblem): unknown };

/** The first that is not empty of a parameter that may stand there several times. */
export function firstOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? (value.find((one) => one.trim()) ?? "") : (value ?? "")).trim();
}

/** Decimal digits only: "1e9", "0x10" and "Infinity" are numbers to JavaScript, not to people. */
export function readNumber(text: string): number | null {
  return /^\d{1,12}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : null;
}

/** "latitude,longitude"; in the other order where only that lies on Earth. */
export function readNear(text: string, problems: Problems): Point | undefined {
  if (!text) return undefined;
  const point = parsePoint(text);
  if (!point) problems.add("nearInvalid");
  else if (point.isSwapped) problems.add("nearSwapped");
  return point ? { latitude: point.latitude, longitude: point.longitude } : undefined;
}

/** Kilometres, as far as "nearby" reaches. */
export function readKm(text: string, problems: Problems): number | undefined {
  if (!text) return undefined;
  const km = readNumber(text);
  if (km === null) problems.add("kmInvalid");
  else if (km > nearbyKm.most) problems.add("kmTooFar");
  else if (km < nearbyKm.least) problems.add("kmTooNear");
  return km === null ? undefined : Math.min(nearbyKm.most, Math.max(nearbyKm.least, km));
}
