import { Prisma } from "@/generated/prisma/client";
import type { Point } from "@/lib/geo";

/*
 * Places on Earth for PostGIS: geography, WGS 84, so that distances are metres along the ellipsoid,
 * across the date line and over the poles.
 */

/** A place as PostGIS has it: longitude before latitude. */
export function pointSql({ latitude, longitude }: Point): Prisma.Sql {
  return Prisma.sql`ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)::geography`;
}

/** Metres along the ground, to a hundredth of a micrometre. */
export function distanceSql(place: Prisma.Sql, centre: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`ST_Distance(${place}, ${centre})`;
}

/** Whether a place is no further than so many metres; by its index, where it has one. */
export function withinSql(
  place: Prisma.Sql,
  centre: Prisma.Sql,
  metres: number | Prisma.Sql,
): Prisma.Sql {
  const most = typeof metres === "number" ? Prisma.sql`${metres}::float8` : metres;
  return Prisma.sql`ST_DWithin(${place}, ${centre}, ${most})`;
}

/**
 * Nearly by distance, so that the index gives the nearest first. PostGIS measures here on a sphere,
 * up to 0.6 % off: whoever needs the right order sorts by `distanceSql` afterwards.
 */
export function roughOrderSql(place: Prisma.Sql, centre: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${place} <-> ${centre}`;
}

/** A place's degrees, as columns `latitude` and `longitude`. */
export function degreesSql(place: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`ST_Y(${place}::geometry) AS latitude, ST_X(${place}::geometry) AS longitude`;
}

/** Whether a row comes after the last one seen in a list by distance, equal ones by their id. */
export function afterSql(
  { distance, id }: { distance: Prisma.Sql; id: Prisma.Sql },
  last: { distance: number; id: string } | undefined,
): Prisma.Sql {
  if (!last) return Prisma.sql`true`;
  return Prisma.sql`(${distance}, ${id}) > (${last.distance}::float8, ${last.id}::uuid)`;
}
