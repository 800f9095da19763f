import { RefusalError } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { refuseMoment } from "../rules";
import type { Markers, MarkersInput, PharmacyCluster, PharmacyPin } from "../schema";
import { listMarks, type MarkRow } from "../search-store";

/** The pharmacies of a search as a map shows them: pins, or groups and those that stand alone. */
export async function findMarkers(
  db: Db,
  { near, radiusKm, filters, zoom, without }: MarkersInput,
  now: Instant,
): Promise<Markers> {
  const refusal = refuseMoment(filters.open, now);
  if (refusal) throw new RefusalError(refusal);
  const criteria = { near, within: radiusKm * 1000, filters, now };
  const marks = await listMarks(db, criteria, { zoom, without });
  return {
    total: marks[0]?.total ?? 0,
    pins: marks.flatMap(toPin),
    clusters: marks.flatMap(toCluster),
  };
}

function toPin({ id, slug, name, latitude, longitude, isOpen, isOnDuty }: MarkRow): PharmacyPin[] {
  if (id === null || slug === null || name === null) return [];
  if (latitude === null || longitude === null) return [];
  return [
    {
      id,
      slug,
      name,
      latitude,
      longitude: onEarth(longitude),
      isOpen,
      isOnDuty: isOnDuty === true,
    },
  ];
}

function toCluster(row: MarkRow): PharmacyCluster[] {
  const { count, latitude, longitude, south, west, north, east } = row;
  if (row.id !== null || count === null || latitude === null || longitude === null) return [];
  if (south === null || west === null || north === null || east === null) return [];
  return [
    {
      latitude,
      longitude: onEarth(longitude),
      count,
      bounds: [south, onEarth(west), north, onEarth(east)],
    },
  ];
}

/** A longitude from -180 to 180 of one that counts on. */
function onEarth(longitude: number): number {
  if (longitude > 180) return longitude - 360;
  return longitude < -180 ? longitude + 360 : longitude;
}
