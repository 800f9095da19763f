import { z } from "zod";
import { openingHoursSchema } from "@/features/opening-hours/schema";
import { Prisma } from "@/generated/prisma/client";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { degreesSql } from "@/server/spatial";

const instant = z.date().transform(fromDate);
const text = z.string().nullable();

const row = z.object({
  slug: z.string(),
  name: z.string(),
  description: text,
  address: text,
  postalCode: text,
  city: text,
  country: text,
  latitude: z.number(),
  longitude: z.number(),
  timezone: z.string(),
  phone: text,
  website: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .catch(null),
  services: z.array(z.string()),
  deliversWithinKm: z.number().nullable(),
  delivers: z.boolean(),
  takesInsurance: z.boolean(),
  insurance: z.array(z.string()),
  isVerified: z.boolean(),
  rating: z.number().nullable(),
  ratingCount: z.int(),
  hours: openingHoursSchema.nullable().catch(null),
  hoursAsWritten: text,
  confirmedAt: instant.nullable(),
  confirmedAs: z.enum(["staff", "admin", "source"]).nullable(),
  source: text,
  reportedAt: instant.nullable(),
  holidays: z.array(z.object({ day: z.string(), name: z.string() })),
  duties: z.array(
    z.object({
      district: z.string(),
      startsAt: z.iso.datetime({ offset: true }),
      endsAt: z.iso.datetime({ offset: true }),
    }),
  ),
});

/** A pharmacy as anyone may see it: its counter's phone and website, nobody's e-mail. */
export type PublicPharmacy = z.infer<typeof row>;

/** A pharmacy without words for its address has its id there. */
const idOf = (slug: string) => (z.guid().safeParse(slug).success ? slug : null);

/**
 * The listed pharmacy of an address, or of one that was its own once, with the holidays from a week
 * before `now` until three after, and the duties that end after `now`, next three. In one statement;
 * null for an unknown slug and for whatever is not listed.
 */
export async function findPharmacy(
  db: Db,
  slug: string,
  now: Instant,
): Promise<PublicPharmacy | null> {
  const at = toDate(now);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT coalesce(p.slug, p.id::text) AS slug, p.name, p.description, p.address, p.postal_code AS "postalCode", p.city, p.country,
      ${degreesSql(Prisma.sql`p.location`)}, p.timezone,
      p.phone, p.website, coalesce(p.services, '{}') AS services,
      p.delivery_radius_km::float8 AS "deliversWithinKm", p.supports_delivery IS TRUE AS delivers,
      p.accepts_insurance IS TRUE AS "takesInsurance",
      coalesce(p.insurance_providers, '{}') AS insurance, p.is_verified IS TRUE AS "isVerified",
      p.rating::float8 AS rating, coalesce(p.rating_count, 0) AS "ratingCount",
      p.opening_hours AS hours, p.hours_as_written AS "hoursAsWritten",
      p.hours_confirmed_at AS "confirmedAt", p.hours_confirmed_as AS "confirmedAs", p.source,
      (SELECT max(last_at) FROM pharmacy_reports r
        WHERE r.pharmacy_id = p.id AND r.status = 'open') AS "reportedAt",
      (SELECT coalesce(json_agg(json_build_object('day', h.day, 'name', h.name) ORDER BY h.day), '[]')
        FROM public_holidays h WHERE h.country = p.country
          AND h.day BETWEEN ${at}::date - 7 AND ${at}::date + 21) AS holidays,
      (SELECT coalesce(json_agg(json_build_object('district', d.name, 'startsAt', d.starts_at,
          'endsAt', d.ends_at) ORDER BY d.starts_at), '[]')
        FROM (SELECT dd.name, s.starts_at, s.ends_at
          FROM duty_shifts s JOIN duty_districts dd ON dd.id = s.district_id
          WHERE s.pharmacy_id = p.id AND s.ends_at > ${at} ORDER BY s.starts_at LIMIT 3) d) AS duties
    FROM pharmacies p
    WHERE p.is_listed AND p.id IN (
      SELECT id FROM pharmacies WHERE slug = ${slug}
      UNION ALL SELECT id FROM pharmacies WHERE slug IS NULL AND id = ${idOf(slug)}::uuid
      UNION ALL SELECT pharmacy_id FROM pharmacy_old_slugs WHERE slug = ${slug})`);
  return rows[0] ? row.parse(rows[0]) : null;
}

const listedSlug = z.object({ slug: z.string(), updatedAt: z.date().nullable() });

/** A page of the addresses of listed pharmacies by the alphabet, with when each was last changed. */
export async function listSlugs(
  db: Db,
  { page, size }: { page: number; size: number },
): Promise<z.infer<typeof listedSlug>[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT slug, updated_at AS "updatedAt" FROM pharmacies
    WHERE is_listed AND slug IS NOT NULL ORDER BY slug LIMIT ${size} OFFSET ${page * size}`);
  return z.array(listedSlug).parse(rows);
}

/** How many pharmacies have a page. */
export async function countListed(db: Db): Promise<number> {
  return db.pharmacy.count({ where: { isListed: true, slug: { not: null } } });
}
