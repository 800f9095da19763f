import type { RawPosition, RawRow, RawValue } from "./raw-row";

type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A feature of GeoJSON as a row: its properties, its own id as "@id", and a point of its geometry. */
export function rawRowOf(row: number, feature: unknown): RawRow {
  if (!isBag(feature))
    return { row, fields: new Map(), position: "none", problem: { reason: "notAnObject" } };
  const fields = new Map<string, RawValue>();
  if (isBag(feature.properties))
    for (const [name, value] of Object.entries(feature.properties)) fields.set(name, rawOf(value));
  if (feature.id !== undefined) fields.set("@id", rawOf(feature.id));
  return { row, fields, position: positionOf(feature.geometry) };
}

function rawOf(value: unknown): RawValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  return { nested: true };
}

function positionOf(geometry: unknown): RawPosition {
  if (geometry === null || geometry === undefined) return "none";
  if (!isBag(geometry) || !Array.isArray(geometry.coordinates)) return "unreadable";
  const { type, coordinates } = geometry;
  if (type === "Point") return pointOf(coordinates);
  if (type === "Polygon") return inside([coordinates]);
  if (type === "MultiPolygon") return inside(coordinates);
  return "unreadable";
}

function pointOf(coordinates: readonly unknown[]): RawPosition {
  if (coordinates.length === 0) return "none";
  if (coordinates.length < 2) return "unreadable";
  return { longitude: rawOf(coordinates[0]), latitude: rawOf(coordinates[1]) };
}

type Corner = [x: number, y: number];

/** A point within the largest of some polygons: the middle of the widest stretch half way up. */
function inside(polygons: readonly unknown[]): RawPosition {
  const read = polygons.map(ringsOf);
  if (read.length === 0 || read.includes(null)) return "unreadable";
  const largest = (read as Corner[][][]).reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a));
  const ys = (largest[0] ?? []).map(([, y]) => y);
  // Between two heights of corners, so that the line meets no corner.
  const heights = [...new Set(largest.flat().map(([, y]) => y))].sort((a, b) => a - b);
  const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
  const above = heights.find((y) => y > middle) ?? middle;
  const below = heights.findLast((y) => y <= middle) ?? middle;
  const height = (above + below) / 2;
  const crossings = largest.flatMap((ring) => crossingsOf(ring, height)).sort((a, b) => a - b);
  let best: [number, number] | null = null;
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const stretch: [number, number] = [crossings[at] ?? 0, crossings[at + 1] ?? 0];
    if (!best || stretch[1] - stretch[0] > best[1] - best[0]) best = stretch;
  }
  return best ? { longitude: (best[0] + best[1]) / 2, latitude: height } : "unreadable";
}

function ringsOf(polygon: unknown): Corner[][] | null {
  if (!Array.isArray(polygon) || polygon.length === 0) return null;
  const isCorner = (corner: unknown) =>
    Array.isArray(corner) && Number.isFinite(corner[0]) && Number.isFinite(corner[1]);
  const isRing = (ring: unknown) =>
    Array.isArray(ring) && ring.length >= 4 && ring.length <= 20_000 && ring.every(isCorner);
  return polygon.every(isRing) ? (polygon as Corner[][]) : null;
}

function areaOf([outer = []]: readonly Corner[][]): number {
  const doubled = outer.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = outer[(at + 1) % outer.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled);
}

function crossingsOf(ring: readonly Corner[], height: number): number[] {
  return ring.flatMap(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    if (y > height === nextY > height) return [];
    return [x + ((height - y) / (nextY - y)) * (nextX - x)];
  });
}
