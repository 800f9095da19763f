/** Weeks as pharmacies have them; the last two are no plain weeks. */
const weeks = [
  '{"rules":[{"days":["monday","tuesday","wednesday","thursday","friday"],"windows":["09:00-18:00"]}]}',
  '{"rules":[{"days":["monday","tuesday","wednesday","thursday","friday"],"windows":["08:30-12:30","14:00-19:00"]},{"days":["saturday"],"windows":["09:00-13:00"]}]}',
  '{"rules":[{"days":["monday","tuesday","wednesday","thursday","friday","saturday"],"windows":["08:00-21:00"]},{"days":["sunday"],"windows":["10:00-16:00"]}]}',
  '{"rules":[{"windows":["07:00-23:00"]}]}',
  '{"rules":[{"windows":["10:00-22:00"]},{"days":["friday","saturday"],"windows":["10:00-02:00"]}]}',
  '{"rules":[{"days":["monday","tuesday","wednesday","thursday","friday","saturday"],"windows":["09:00-19:00"]},{"days":["holiday"],"windows":[]}]}',
  '{"rules":[{"windows":["09:00-20:00"]},{"season":"06-01/09-15","windows":["09:00-24:00"]},{"dates":"2026-12-24/2026-12-26","windows":[]}]}',
];
/** One in a hundred never closes; one in ten has no known hours. */
const always = '{"rules":[{"windows":["00:00-24:00"]}]}';

/**
 * Fills a migrated, empty database with so many pharmacies in two thousand cities: the largest around
 * Chicago, each next one smaller, dense in the middle. What the database would work out of each row's
 * hours is worked out once for each kind of week, or a million rows would take an hour.
 */
export function pharmaciesOf(rows: number): string[] {
  const kinds = [...weeks, always].map((week, at) => `(${at}, '${week}'::jsonb)`).join(", ");
  return [
    `ALTER TABLE pharmacies ALTER open_week DROP EXPRESSION, ALTER may_open DROP EXPRESSION,
       DROP CONSTRAINT pharmacies_hours_readable`,
    "SELECT setseed(0.5)",
    `CREATE TABLE kinds AS SELECT kind, hours, plain_week(hours) AS open_week,
       possible_week(hours) AS may_open FROM (VALUES ${kinds}) k(kind, hours)`,
    `CREATE TABLE cities AS SELECT n,
       CASE n WHEN 1 THEN -87.63 ELSE random() * 360 - 180 END AS lng,
       CASE n WHEN 1 THEN 41.88 ELSE random() * 110 - 50 END AS lat
     FROM generate_series(1, 2000) n`,
    // The share of city n falls with n: of a million the largest has some ten thousand.
    `INSERT INTO pharmacies (name, slug, location, address, city, country, timezone, services,
       insurance_providers, supports_delivery, delivery_radius_km, is_verified, rating, rating_count,
       opening_hours, open_week, may_open)
     SELECT 'Pharmacy ' || i, 'pharmacy-' || i,
       ST_SetSRID(ST_MakePoint(c.lng + off_x / cos(radians(c.lat)), c.lat + off_y), 4326)::geography,
       i || ' Main Street', 'City ' || c.n, 'US', 'America/Chicago', '{Flu vaccination,Compounding}',
       '{Aetna,Medicare}', i % 2 = 0, 5, i % 20 > 0, 3 + i % 20 / 10.0, 10,
       k.hours, k.open_week, k.may_open
     FROM (SELECT i, 1 + floor(2000 * random() ^ 1.55)::integer AS city, random() ^ 2 * 0.5 AS far,
         random() * 2 * pi() AS way, random() AS luck
       FROM generate_series(1, ${rows}) i) r
     JOIN cities c ON c.n = r.city
     CROSS JOIN LATERAL (SELECT far * cos(way) AS off_x, far * sin(way) AS off_y) off
     LEFT JOIN kinds k ON k.kind = CASE WHEN luck < 0.01 THEN 7 WHEN luck < 0.9 THEN i % 7 END`,
    "INSERT INTO public_holidays VALUES ('US', '2026-11-26', 'Thanksgiving'), ('US', '2026-12-25', 'Christmas')",
    "VACUUM ANALYZE pharmacies",
  ];
}
