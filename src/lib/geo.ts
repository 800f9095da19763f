/** A place on Earth in degrees, WGS 84. */
export type Point = { latitude: number; longitude: number };

/** How far "nearby" reaches (PRODUCT.md, Numbers), in kilometres. */
export const nearbyKm = { usual: 10, least: 1, most: 100 } as const;

/**
 * Reads "latitude,longitude". `isSwapped` where only the other order lies on Earth; null for
 * anything that is no place at all.
 */
export function parsePoint(text: string): (Point & { isSwapped: boolean }) | null {
  const match = /^\s*([+-]?\d{1,3}(?:\.\d{1,15})?)\s*,\s*([+-]?\d{1,3}(?:\.\d{1,15})?)\s*$/.exec(
    text,
  );
  if (!match) return null;
  const first = Number(match[1]);
  const second = Number(match[2]);
  if (isOnEarth(first, second)) return { latitude: first, longitude: second, isSwapped: false };
  if (isOnEarth(second, first)) return { latitude: second, longitude: first, isSwapped: true };
  return null;
}

/**
 * "41.88,-87.63": two decimals, about a kilometre, so that an address bar gives nobody's door away;
 * three are about a hundred metres, for what one walks to.
 */
export function writePoint({ latitude, longitude }: Point, decimals: 2 | 3 = 2): string {
  const scale = 10 ** decimals;
  return [latitude, longitude]
    .map((degrees) => String(Math.round(degrees * scale) / scale))
    .join(",");
}

/** "850 m", "1.4 km", "23 km": no finer than what a person can judge. */
export function formatDistance(metres: number, locale = "en"): string {
  const isShort = metres < 950;
  const value = isShort ? Math.max(50, Math.round(metres / 50) * 50) : metres / 1000;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isShort ? "meter" : "kilometer",
    maximumFractionDigits: !isShort && value < 10 ? 1 : 0,
  }).format(value);
}

function isOnEarth(latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}
