import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";

const contactsSchema = z
  .object({
    phone: z.string().optional().catch(undefined),
    website: z
      .url({ protocol: /^https?$/ })
      .optional()
      .catch(undefined),
  })
  .catch({});

const row = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  contacts: contactsSchema.nullable(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  timezone: z.string(),
  openingHours: z.unknown(),
  services: z.array(z.string()),
  amenities: z.array(z.string()),
  insurance: z.array(z.string()),
  status: z.enum(["active", "temporarily_closed", "permanently_closed"]),
  rating: z.number().nullable(),
  ratingCount: z.int(),
});

/** A clinic as anyone may see it: its desk's phone and website, nobody's e-mail. */
export type PublicClinic = z.infer<typeof row>;

/**
 * The clinic of an address, or of one that was its own once; a merged one leads to the clinic that
 * took it up. In one statement; null for an unknown slug, an inactive clinic and a proposed one.
 */
export async function findClinic(db: Db, slug: string): Promise<PublicClinic | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    WITH RECURSIVE way AS (
      SELECT id, merged_into, 0 AS step FROM clinics WHERE slug = ${slug}
      UNION ALL
      SELECT c.id, c.merged_into, 0 FROM clinic_old_slugs o JOIN clinics c ON c.id = o.clinic_id
      WHERE o.slug = ${slug}
      UNION ALL
      SELECT c.id, c.merged_into, w.step + 1 FROM way w JOIN clinics c ON c.id = w.merged_into
      WHERE w.step < ${mostSteps})
    SELECT slug, name, description, contacts, address, city, country,
      latitude::float8 AS latitude, longitude::float8 AS longitude, timezone,
      opening_hours AS "openingHours", coalesce(services, '{}') AS services,
      coalesce(amenities, '{}') AS amenities, coalesce(insurance_accepted, '{}') AS insurance,
      coalesce(status, 'active') AS status, rating::float8 AS rating,
      coalesce(rating_count, 0) AS "ratingCount"
    FROM clinics WHERE id IN (SELECT id FROM way)
      AND status NOT IN ('inactive', 'proposed', 'merged')`);
  return rows[0] ? row.parse(rows[0]) : null;
}

/** Nobody merges so often; a circle would end here. */
const mostSteps = 50;

const listed = z.object({
  slug: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  doctors: z.int(),
  updatedAt: z.date().nullable(),
});

export type ListedClinic = z.infer<typeof listed>;

/** Open clinics by country, city and name, at most `limit`, in one statement. */
export async function listOpenClinics(db: Db, limit: number): Promise<ListedClinic[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT slug, name, address, city, country, coalesce(total_doctors, 0) AS doctors,
      updated_at AS "updatedAt"
    FROM clinics WHERE status IS NULL OR status = 'active'
    ORDER BY country, city, name, slug LIMIT ${limit}`);
  return z.array(listed).parse(rows);
}
