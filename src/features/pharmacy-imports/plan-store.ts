import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Db, Tx } from "@/server/db";

const planCount = z.object({
  made: z.int(),
  changed: z.int(),
  same: z.int(),
  kept: z.int(),
});
/** What becomes of the rows of a file. */
export type PlanCounts = z.infer<typeof planCount>;

/** A fact of a file, as its column has it. Hours that somebody of ours confirmed are theirs. */
const told = Prisma.sql`
  f->>'name' AS name, f->>'slug' AS slug, f->>'address' AS address, f->>'city' AS city,
  f->>'country' AS country, f->>'timezone' AS timezone, f->>'postalCode' AS postal_code,
  ST_SetSRID(ST_MakePoint((f->>'longitude')::float8, (f->>'latitude')::float8), 4326)::geography
    AS location,
  f->>'phone' AS phone, f->>'website' AS website,
  CASE WHEN jsonb_typeof(f->'services') = 'array'
    THEN ARRAY(SELECT jsonb_array_elements_text(f->'services')) END AS services,
  CASE WHEN jsonb_typeof(f->'insurance') = 'array'
    THEN ARRAY(SELECT jsonb_array_elements_text(f->'insurance')) END AS insurance_providers,
  (f->>'deliveryKm')::numeric(5, 2) AS delivery_radius_km,
  nullif(f->'hours', 'null') AS opening_hours, f->>'hoursAsWritten' AS hours_as_written,
  ((f->>'checkedOn')::date)::timestamp AT TIME ZONE 'UTC' AS hours_confirmed_at`;

/**
 * Works out what becomes of each row that lies ready: new, changed, the same, or kept as the people
 * have it who run the pharmacy. An empty cell takes nothing away but hours. In a table of this
 * transaction's own, `import_plan`; what changes is held until the transaction ends.
 */
export async function makePlan(tx: Tx, importId: string, source: string): Promise<PlanCounts> {
  await tx.$executeRaw`DROP TABLE IF EXISTS import_plan`;
  await tx.$executeRaw(Prisma.sql`
    CREATE TEMPORARY TABLE import_plan ON COMMIT DROP AS
    SELECT r.row_number AS position, r.source_id, p.id, 'same' AS fate, told.*
    FROM pharmacy_import_rows r
    LEFT JOIN pharmacies p ON p.source = ${source} AND p.source_id = r.source_id
    CROSS JOIN LATERAL (SELECT r.facts AS f OFFSET 0) facts
    CROSS JOIN LATERAL (SELECT ${told}) told
    WHERE r.import_id = ${importId}::uuid AND r.facts IS NOT NULL`);
  await tx.$executeRaw`ANALYZE import_plan`;
  await tx.$executeRaw`
    SELECT 1 FROM pharmacies WHERE id IN (SELECT id FROM import_plan) ORDER BY id FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    UPDATE import_plan t SET address = coalesce(t.address, p.address), city = coalesce(t.city, p.city),
      country = coalesce(t.country, p.country), postal_code = coalesce(t.postal_code, p.postal_code),
      phone = coalesce(t.phone, p.phone), website = coalesce(t.website, p.website),
      services = coalesce(t.services, p.services),
      insurance_providers = coalesce(t.insurance_providers, p.insurance_providers),
      delivery_radius_km = coalesce(t.delivery_radius_km, p.delivery_radius_km),
      opening_hours = CASE WHEN c.ours THEN p.opening_hours ELSE t.opening_hours END,
      hours_as_written = CASE WHEN c.ours THEN p.hours_as_written ELSE t.hours_as_written END,
      hours_confirmed_at = CASE WHEN c.ours THEN p.hours_confirmed_at ELSE t.hours_confirmed_at END
    FROM pharmacies p
    CROSS JOIN LATERAL (SELECT coalesce(p.hours_confirmed_as <> 'source', FALSE) AS ours) c
    WHERE p.id = t.id`;
  await tx.$executeRaw`
    UPDATE import_plan t SET fate = CASE WHEN t.id IS NULL THEN 'new' WHEN EXISTS (
        SELECT 1 FROM pharmacy_staff s WHERE s.pharmacy_id = t.id AND s.date_left IS NULL)
      THEN 'kept' ELSE 'changed' END
    WHERE t.id IS NULL OR EXISTS (SELECT 1 FROM pharmacies p WHERE p.id = t.id AND
      (p.name, p.address, p.city, p.country, p.timezone, p.postal_code, p.phone, p.website, p.services,
       p.insurance_providers, p.delivery_radius_km, p.opening_hours, p.hours_as_written,
       p.hours_confirmed_at, ST_AsBinary(p.location))
      IS DISTINCT FROM
      (t.name, t.address, t.city, t.country::char(2), t.timezone, t.postal_code, t.phone, t.website,
       t.services, t.insurance_providers, t.delivery_radius_km, t.opening_hours, t.hours_as_written,
       t.hours_confirmed_at, ST_AsBinary(t.location)))`;
  await tx.$executeRaw`CREATE INDEX ON import_plan (position) WHERE fate IN ('new', 'changed')`;
  await tx.$executeRaw`ANALYZE import_plan`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT count(*) FILTER (WHERE fate = 'new')::int AS made,
      count(*) FILTER (WHERE fate = 'changed')::int AS changed,
      count(*) FILTER (WHERE fate = 'same')::int AS same,
      count(*) FILTER (WHERE fate = 'kept')::int AS kept FROM import_plan`;
  return planCount.parse(rows[0]);
}

/**
 * Gives each new one an address that nobody has or had: its name and town, with a number from the
 * second on; a text of its own where even that is another's.
 */
export async function giveSlugs(tx: Tx, source: string): Promise<void> {
  await tx.$executeRaw`
    WITH used AS (SELECT slug FROM pharmacies WHERE slug IS NOT NULL
        UNION ALL SELECT slug FROM pharmacy_old_slugs),
      highest AS (SELECT base, max(number) AS number FROM (
          SELECT slug AS base, 1 AS number FROM used
          UNION ALL SELECT regexp_replace(slug, '-[0-9]{1,7}$', ''), substring(slug FROM '-([0-9]{1,7})$')::int
            FROM used WHERE slug ~ '-[0-9]{1,7}$') numbered GROUP BY base),
      ranked AS (SELECT position, slug, row_number() OVER (PARTITION BY slug ORDER BY position) AS rank
        FROM import_plan WHERE fate = 'new')
    UPDATE import_plan t SET slug = r.slug || CASE WHEN n = 1 THEN '' ELSE '-' || n END
    FROM ranked r LEFT JOIN highest h ON h.base = r.slug
      CROSS JOIN LATERAL (SELECT coalesce(h.number, 0) + r.rank AS n) numbers
    WHERE r.position = t.position`;
  await tx.$executeRaw`
    WITH new AS (SELECT position, slug, row_number() OVER (PARTITION BY slug ORDER BY position) AS rank
        FROM import_plan WHERE fate = 'new')
    UPDATE import_plan t SET slug = t.slug || '-' || left(md5(${source} || '/' || t.source_id), 12)
    FROM new n WHERE n.position = t.position AND (n.rank > 1
      OR EXISTS (SELECT 1 FROM pharmacies p WHERE p.slug = n.slug)
      OR EXISTS (SELECT 1 FROM pharmacy_old_slugs o WHERE o.slug = n.slug))`;
}

const columns = Prisma.raw(
  "name, address, city, country, timezone, postal_code, location, phone, website, services, " +
    "insurance_providers, delivery_radius_km, opening_hours, hours_as_written, hours_confirmed_at",
);

/**
 * Writes what the plan has between two rows of the file, both included. Other hours that the file
 * confirms with the very day of the old ones are confirmed, too: the old day has to go first, else
 * the table takes it for what is left of the old hours.
 */
export async function writePlan(
  tx: Tx,
  source: string,
  first: number,
  last: number,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE pharmacies p SET hours_confirmed_at = NULL, hours_confirmed_as = NULL
    FROM import_plan t WHERE t.fate = 'changed' AND t.position BETWEEN ${first} AND ${last}
      AND p.id = t.id AND p.hours_confirmed_as = 'source'
      AND p.hours_confirmed_at = t.hours_confirmed_at
      AND p.opening_hours IS DISTINCT FROM t.opening_hours`);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO pharmacies (source, source_id, slug, supports_delivery, hours_confirmed_as, ${columns})
    SELECT ${source}, source_id, slug, delivery_radius_km IS NOT NULL,
      CASE WHEN hours_confirmed_at IS NOT NULL THEN 'source' END, ${columns}
    FROM import_plan WHERE fate IN ('new', 'changed') AND position BETWEEN ${first} AND ${last}
    ORDER BY position
    ON CONFLICT (source, source_id) DO UPDATE SET
      (${columns}, supports_delivery, hours_confirmed_as, updated_at) =
      (excluded.name, excluded.address, excluded.city, excluded.country, excluded.timezone,
       excluded.postal_code, excluded.location, excluded.phone, excluded.website, excluded.services,
       excluded.insurance_providers, excluded.delivery_radius_km, excluded.opening_hours,
       excluded.hours_as_written, excluded.hours_confirmed_at,
       pharmacies.supports_delivery IS TRUE OR excluded.supports_delivery,
       CASE WHEN pharmacies.hours_confirmed_as <> 'source' THEN pharmacies.hours_confirmed_as
         ELSE excluded.hours_confirmed_as END, now())`);
}

const lastRow = z.object({ last: z.int().nullable() });

/** The last row of the file that the plan writes; 0 where it writes none. */
export async function lastPlanned(tx: Tx): Promise<number> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT max(position)::int AS last FROM import_plan WHERE fate IN ('new', 'changed')`;
  return lastRow.parse(rows[0]).last ?? 0;
}

const goneRow = z.object({ sourceId: z.string(), name: z.string(), slug: z.string().nullable() });
/** A pharmacy of the source that the file does not have any more. */
export type GoneRow = z.infer<typeof goneRow>;
const goneCount = z.object({ count: z.int() });

/** Those of the source that the file does not have: how many, and the first of them. */
export async function listGone(
  db: Db,
  importId: string,
  source: string,
  limit: number,
): Promise<{ count: number; first: GoneRow[] }> {
  const gone = Prisma.sql`FROM pharmacies p WHERE p.source = ${source} AND is_listed
    AND p.source_id IN (
      SELECT source_id FROM pharmacies WHERE source = ${source}
      EXCEPT SELECT source_id FROM pharmacy_import_rows WHERE import_id = ${importId}::uuid)`;
  const counts = await db.$queryRaw<unknown[]>(Prisma.sql`SELECT count(*)::int AS count ${gone}`);
  const first = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT p.source_id AS "sourceId", p.name, p.slug ${gone} ORDER BY p.source_id LIMIT ${limit}`);
  return { count: goneCount.parse(counts[0]).count, first: z.array(goneRow).parse(first) };
}
