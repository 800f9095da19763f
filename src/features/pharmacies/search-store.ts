import { z } from "zod";
import { openingHoursSchema } from "@/features/opening-hours/schema";
import { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import { afterSql, degreesSql, pointSql, roughOrderSql, withinSql } from "@/server/spatial";
import type { Cursor } from "./cursor";
import { cellsAround, coarserBy, mostMarks } from "./rules";
import { clustersFrom } from "./schema";
import {
  distanceTo,
  dutySql,
  filterSql,
  matchSql,
  momentsOf,
  openSql,
  place,
  type SearchCriteria,
} from "./search-sql";

const resultRow = z.object({
  id: z.guid(),
  slug: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  distance: z.number(),
  timezone: z.string(),
  country: z.string().nullable(),
  /** Hours that cannot be read are unknown: one row hides no others. */
  hours: openingHoursSchema.nullable().catch(null),
  /** The moment asked for. */
  moment: z.date(),
  /** Days around the moment on which its country keeps holiday. */
  holidays: z.array(z.string()),
  dutyUntil: z.date().nullable(),
  isVerified: z.boolean(),
  deliveryRadiusKm: z.number().nullable(),
  rating: z.number().nullable(),
  ratingCount: z.int(),
  hoursConfirmedAt: z.date().nullable(),
});

export type PharmacyRow = z.infer<typeof resultRow>;

/** A hair more than the last one's distance, which PostGIS has rounded. */
const HAIR = Prisma.sql`0.001::float8`;

/**
 * The nearest listed pharmacies that match, after the cursor, by (distance, id), as one statement.
 * The index gives `limit` rows that are about the nearest; the farthest of those bounds the circle in
 * which the nearest ones really are, and there they are put in order.
 */
export function nearestSql(
  criteria: SearchCriteria,
  { after, limit }: { after?: Cursor | undefined; limit: number },
): Prisma.Sql {
  const { moment, wall } = momentsOf(criteria);
  const centre = pointSql(criteria.near);
  const distance = distanceTo(criteria);
  const isAfter = afterSql({ distance, id: Prisma.sql`p.id` }, after);
  return Prisma.sql`
    WITH about AS MATERIALIZED (
      SELECT ${distance} AS distance FROM pharmacies p
      WHERE ${matchSql(criteria)} AND ${isAfter}
      ORDER BY ${roughOrderSql(place, criteria.near)} LIMIT ${limit}),
    circle AS MATERIALIZED (
      SELECT CASE WHEN count(*) < ${limit} THEN ${criteria.within}::float8
        ELSE least(max(distance) + ${HAIR}, ${criteria.within}::float8) END AS metres FROM about),
    nearest AS MATERIALIZED (
      SELECT p.id, ${distance} AS distance FROM pharmacies p
      WHERE ${withinSql(place, centre, Prisma.sql`(SELECT metres FROM circle)`)}
        AND ${filterSql(criteria)} AND ${isAfter}
      ORDER BY distance, p.id LIMIT ${limit})
    SELECT p.id, coalesce(p.slug, p.id::text) AS slug, p.name, p.address, p.city, p.phone,
      ${degreesSql(place)}, n.distance, p.timezone, p.country, p.opening_hours AS hours, ${moment} AS moment,
      ARRAY(SELECT h.day::text FROM public_holidays h WHERE h.country = p.country
        AND h.day BETWEEN ${wall}::date - 2 AND ${wall}::date + 16) AS holidays,
      (SELECT upper(shift) FROM unnest((SELECT range_agg(tstzrange(s.starts_at, s.ends_at))
          FROM duty_shifts s WHERE s.pharmacy_id = p.id AND s.ends_at > ${moment})) AS shift
        WHERE shift @> ${moment}) AS "dutyUntil",
      coalesce(p.is_verified, FALSE) AS "isVerified",
      CASE WHEN p.supports_delivery THEN p.delivery_radius_km::float8 END AS "deliveryRadiusKm",
      p.rating::float8 AS rating, coalesce(p.rating_count, 0) AS "ratingCount",
      p.hours_confirmed_at AS "hoursConfirmedAt"
    FROM nearest n JOIN pharmacies p ON p.id = n.id
    ORDER BY n.distance, n.id`;
}

/** At most `limit` of those that `nearestSql` finds; distances in metres. */
export async function listNearest(
  db: Db,
  criteria: SearchCriteria,
  page: { after?: Cursor | undefined; limit: number },
): Promise<PharmacyRow[]> {
  return z.array(resultRow).parse(await db.$queryRaw(nearestSql(criteria, page)));
}

const markRow = z.object({
  total: z.int(),
  count: z.int().nullable(),
  id: z.guid().nullable(),
  slug: z.string().nullable(),
  name: z.string().nullable(),
  isOpen: z.boolean().nullable(),
  isOnDuty: z.boolean().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  south: z.number().nullable(),
  west: z.number().nullable(),
  north: z.number().nullable(),
  east: z.number().nullable(),
});

/** A pin where it has an id, else a group; nothing but the total where nothing is left to show. */
export type MarkRow = z.infer<typeof markRow>;

/**
 * All that match, without those of `without`, as one statement: each by itself while they are few,
 * else by squares of the map. Longitudes count on from the centre's, so they may be beyond 180. Where
 * even the squares were more than `mostMarks` they are larger.
 */
export function marksSql(
  criteria: SearchCriteria,
  { zoom, without }: { zoom: number; without: readonly string[] },
): Prisma.Sql {
  const { moment } = momentsOf(criteria);
  const { near, within } = criteria;
  const around = Prisma.sql`${cellsAround(zoom)}::float8`;
  return Prisma.sql`
    WITH matched AS MATERIALIZED (
      SELECT p.id, ST_Y(p.location::geometry) AS lat, ST_X(p.location::geometry) AS lng
      FROM pharmacies p WHERE ${matchSql(criteria)}),
    counted AS MATERIALIZED (SELECT count(*)::integer AS total FROM matched),
    rest AS (
      SELECT id, lat, CASE WHEN lng - ${near.longitude}::float8 > 180 THEN lng - 360
        WHEN lng - ${near.longitude}::float8 <= -180 THEN lng + 360 ELSE lng END AS lng
      FROM matched WHERE id <> ALL(${[...without]}::uuid[])),
    squares AS MATERIALIZED (
      SELECT floor((lng + 180) / 360 * ${around})::integer AS x,
        floor((0.5 - ln(tan(pi() / 4 + radians(greatest(-85.05, least(85.05, lat))) / 2)) / (2 * pi()))
          * ${around})::integer AS y,
        count(*)::integer AS count, min(id::text) AS id, sum(lat) AS lat, sum(lng) AS lng,
        min(lat) AS south, max(lat) AS north, min(lng) AS west, max(lng) AS east
      FROM rest GROUP BY 1, 2, CASE WHEN (SELECT total FROM counted) < ${clustersFrom} THEN id END),
    coarse AS (
      SELECT CASE WHEN count(*) <= ${mostMarks} THEN 0
        ELSE ${coarserBy(zoom, near, within)}::integer END AS steps FROM squares),
    marks AS (
      SELECT sum(count)::integer AS count, min(id)::uuid AS id, sum(lat) / sum(count) AS latitude,
        sum(lng) / sum(count) AS longitude, min(south) AS south, max(north) AS north,
        min(west) AS west, max(east) AS east
      FROM squares, coarse
      GROUP BY x >> steps, y >> steps,
        CASE WHEN (SELECT total FROM counted) < ${clustersFrom} THEN id END)
    SELECT c.total, m.count, p.id, coalesce(p.slug, p.id::text) AS slug, p.name,
      CASE WHEN p.opening_hours IS NOT NULL THEN ${openSql(criteria)} END AS "isOpen", ${dutySql(moment, moment)} AS "isOnDuty",
      m.latitude, m.longitude, m.south, m.west, m.north, m.east
    FROM counted c LEFT JOIN marks m ON true
    LEFT JOIN pharmacies p ON p.id = m.id AND m.count = 1
    ORDER BY m.count DESC, m.id`;
}

/** What `marksSql` finds. */
export async function listMarks(
  db: Db,
  criteria: SearchCriteria,
  look: { zoom: number; without: readonly string[] },
): Promise<MarkRow[]> {
  return z.array(markRow).parse(await db.$queryRaw(marksSql(criteria, look)));
}

/** The insurers that most listed pharmacies accept, at most so many, by name. */
export async function listInsurers(db: Db, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>(Prisma.sql`
    SELECT name FROM (SELECT min(insurer) AS name FROM pharmacies p,
        unnest(p.insurance_providers) AS insurer
      WHERE p.is_listed GROUP BY lower(insurer) ORDER BY count(*) DESC, 1 LIMIT ${limit}) most
    ORDER BY lower(name)`);
  return rows.map(({ name }) => name);
}
