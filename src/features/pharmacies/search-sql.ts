import { Prisma } from "@/generated/prisma/client";
import type { Point } from "@/lib/geo";
import { type Instant, toDate } from "@/lib/time/instant";
import { distanceSql, pointSql, withinSql } from "@/server/spatial";
import type { PharmacyFilters } from "./schema";

export type SearchCriteria = {
  near: Point;
  /** Metres. */
  within: number;
  filters: PharmacyFilters;
  now: Instant;
};

export const place = Prisma.sql`p.location`;

/** The moment asked for, and what the wall of `pharmacies p` reads then. */
export function momentsOf({ filters: { open }, now }: SearchCriteria): {
  moment: Prisma.Sql;
  wall: Prisma.Sql;
} {
  const moment =
    open && open !== "now"
      ? Prisma.sql`(${open}::timestamp AT TIME ZONE p.timezone)`
      : Prisma.sql`${toDate(now)}::timestamptz`;
  return { moment, wall: Prisma.sql`(${moment} AT TIME ZONE p.timezone)` };
}

/** What a search asks of `pharmacies p`, beside the distance. */
export function filterSql(criteria: SearchCriteria): Prisma.Sql {
  const { filters, near } = criteria;
  const { moment } = momentsOf(criteria);
  const conditions = [
    Prisma.sql`p.is_listed`,
    filters.verified && Prisma.sql`p.is_verified`,
    filters.minRating !== undefined && Prisma.sql`p.rating >= ${filters.minRating}::numeric`,
    filters.services?.length && Prisma.sql`p.services @> ${filters.services}::text[]`,
    filters.insurance &&
      Prisma.sql`EXISTS (SELECT 1 FROM unnest(p.insurance_providers) AS insurer
        WHERE lower(insurer) = lower(${filters.insurance}))`,
    filters.delivers &&
      Prisma.sql`(p.supports_delivery
        AND ${withinSql(place, pointSql(near), Prisma.sql`(p.delivery_radius_km * 1000)::float8`)})`,
    filters.open && Prisma.sql`(${openSql(criteria)} OR ${dutySql(moment, moment)})`,
    filters.sundays && openBetween(criteria, SUNDAY),
    filters.nights && openBetween(criteria, NIGHT),
  ].filter((condition) => condition instanceof Prisma.Sql);
  return Prisma.join(conditions, " AND ");
}

/** Listed, within the radius and as asked for. */
export function matchSql(criteria: SearchCriteria): Prisma.Sql {
  const centre = pointSql(criteria.near);
  return Prisma.sql`${withinSql(place, centre, criteria.within)} AND ${filterSql(criteria)}`;
}

export function distanceTo({ near }: SearchCriteria): Prisma.Sql {
  return distanceSql(place, pointSql(near));
}

/** Whether its hours are open at the moment; false where they are unknown. */
export function openSql(criteria: SearchCriteria): Prisma.Sql {
  return Prisma.sql`is_open_at(p.opening_hours, p.open_week, p.may_open,
    ${momentsOf(criteria).wall}, p.country::text, p.location, p.timezone)`;
}

/** Whether somebody of it is on duty at some time from one moment to another. */
export function dutySql(from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM duty_shifts s WHERE s.pharmacy_id = p.id
    AND s.starts_at <= ${to} AND s.ends_at > ${from})`;
}

/** A day on the wall, and minutes from its midnight. */
type Stretch = { day: (wall: Prisma.Sql) => Prisma.Sql; from: Prisma.Sql; to: number };

/** The coming Sunday, or today, without what is still Saturday's night. */
const SUNDAY: Stretch = {
  day: (wall) => Prisma.sql`${wall}::date + 7 - extract(isodow FROM ${wall})::integer AS day`,
  from: Prisma.sql`360 AS earliest`,
  to: 1440,
};
/** Tonight, or what is left of the night that it is. */
const NIGHT: Stretch = {
  day: (wall) => Prisma.sql`(${wall} - interval '6 hours')::date AS day`,
  from: Prisma.sql`1320 AS earliest`,
  to: 1800,
};

/** Whether it is open, or on duty, at some time of a stretch. */
function openBetween(criteria: SearchCriteria, { day, from, to }: Stretch): Prisma.Sql {
  const { wall } = momentsOf(criteria);
  const minutes = Prisma.sql`int4range(t.first, ${to}::integer)`;
  const at = (minute: Prisma.Sql) =>
    Prisma.sql`((t.day + make_interval(mins => ${minute})) AT TIME ZONE p.timezone)`;
  return Prisma.sql`(SELECT CASE
      WHEN p.open_week IS NOT NULL THEN p.open_week && week.piece
      WHEN p.may_open && week.piece THEN EXISTS (
        SELECT 1 FROM generate_series(-1, 1) AS shift, LATERAL (SELECT CASE
          WHEN p.opening_hours::text ~ 'sun(rise|set)'
            THEN sun_minutes(p.location, p.timezone, t.day + shift) END AS minutes) sun
        WHERE opening_windows(p.opening_hours, t.day + shift,
            is_public_holiday(p.country::text, t.day + shift), sun.minutes[1], sun.minutes[2])
          && int4range(t.first - shift * 1440, ${to}::integer - shift * 1440))
      ELSE FALSE END
      OR ${dutySql(at(Prisma.sql`t.first`), at(Prisma.sql`${to - 1}::integer`))}
    FROM (SELECT d.day, greatest(d.earliest,
        floor(extract(epoch FROM ${wall} - d.day) / 60)::integer) AS first
      FROM (SELECT ${day(wall)}, ${from}) d) t,
    LATERAL (SELECT minutes_of_week(int4multirange(${minutes}),
      extract(isodow FROM t.day)::integer - 1) AS piece) week)`;
}
