import { randomUUID } from "node:crypto";
import { usualCover, writeCover } from "@/features/duty/cover";
import type { OpeningHours } from "@/features/opening-hours/schema";
import { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";

type DistrictRow = {
  id: string;
  name: string;
  slug: string;
  country: string;
  timezone: string;
  latitude: number;
  longitude: number;
  radiusKm: number;
  cover: OpeningHours;
};

/** A duty district around Chicago's Loop, with nights from 20:00 to 08:00, Sundays and holidays. */
export async function createDistrict(
  db: Db,
  overrides: Overrides<DistrictRow> = {},
): Promise<DistrictRow> {
  const id = overrides.id ?? randomUUID();
  const row = {
    id,
    name: "Loop",
    slug: `loop-${id}`,
    country: "US",
    timezone: "America/Chicago",
    latitude: 41.8833,
    longitude: -87.6278,
    radiusKm: 3,
    cover: writeCover(usualCover),
    ...overrides,
  };
  await insertDistricts(db, [row]);
  return row;
}

/** Writes districts in one statement; Prisma cannot, since it does not know geography. */
export async function insertDistricts(db: Db, rows: readonly DistrictRow[]): Promise<void> {
  const values = rows.map(
    (row) => Prisma.sql`(${row.id}::uuid, ${row.name}, ${row.slug}, ${row.country}, ${row.timezone},
      ST_SetSRID(ST_MakePoint(${row.longitude}::float8, ${row.latitude}::float8), 4326)::geography,
      ${row.radiusKm}::numeric, ${JSON.stringify(row.cover)}::jsonb)`,
  );
  await db.$executeRaw(Prisma.sql`
    INSERT INTO duty_districts (id, name, slug, country, timezone, centre, radius_km, cover)
    VALUES ${Prisma.join(values)}`);
}
