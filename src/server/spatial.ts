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
 * Nearly by distance, so that the index gives the nearest first. PostGIS measures here on a sphere, up
 * to 0.6 % off, and from some metres beside the centre: whoever needs the right order sorts by
 * `distanceSql` afterwards.
 */
export function roughOrderSql(place: Prisma.Sql, centre: Point): Prisma.Sql {
  return Prisma.sql`${place} <-> ${pointSql(besideAxes(centre))}`;
}

/** Ten-thousandths of a degree from 0 to the pole, and to the date line. */
const [toPole, toDateLine] = [900_000, 1_800_000];

/**
 * A place at most eight metres away that lies neither on the equator nor on the meridian of 0, 90 or
 * 180 degrees. There PostGIS may find two that stand at one spot a hair further apart in its index than
 * on its sphere, and fails with "index returned tuples in wrong order".
 */
function besideAxes({ latitude, longitude }: Point): Point {
  const beside = (degrees: number, most: number) =>
    (Math.min(Math.floor(degrees * 10_000), most - 1) + 0.5) / 10_000;
  return { latitude: beside(latitude, toPole), longitude: beside(longitude, toDateLine) };
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
