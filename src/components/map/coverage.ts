export type TileAddress = { z: number; x: number; y: number };

/** The streets that come with the product: central Chicago, one zoom level, x and y inclusive. */
export const coverage = { z: 13, minX: 2098, maxX: 2102, minY: 3042, maxY: 3047 } as const;

export function isCovered({ z, x, y }: TileAddress): boolean {
  const { minX, maxX, minY, maxY } = coverage;
  return z === coverage.z && x >= minX && x <= maxX && y >= minY && y <= maxY;
}

/** The tile of the covered zoom level in which a point lies (Web Mercator, degrees). */
export function tileAt(latitude: number, longitude: number): TileAddress {
  const side = 2 ** coverage.z;
  const phi = (latitude * Math.PI) / 180;
  const x = Math.floor(((longitude + 180) / 360) * side);
  const y = Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * side);
  return { z: coverage.z, x, y };
}

/** The covered tiles under a tile of the same or a lower zoom level: 4 one level up, 16 two up. */
export function coveredTilesUnder({ z, x, y }: TileAddress): TileAddress[] {
  const span = 2 ** (coverage.z - z);
  if (span < 1) return [];
  const found: TileAddress[] = [];
  for (let column = x * span; column < (x + 1) * span; column++)
    for (let row = y * span; row < (y + 1) * span; row++) {
      const tile = { z: coverage.z, x: column, y: row };
      if (isCovered(tile)) found.push(tile);
    }
  return found;
}
