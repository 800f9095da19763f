import { z } from "zod";
import { openingHoursSchema } from "@/features/opening-hours/schema";
import { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Value } from "./column";
import type { Kind } from "./kinds";
import { writeHoursCell } from "./pharmacy-hours";

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

const row = z.object({
  /** Null for an account that is no doctor's. */
  id: z.guid().nullable(),
  userId: z.guid().nullable(),
  label: z.string(),
  /** Of a doctor: the account is one now. */
  isDoctor: z.boolean(),
  isVerified: z.boolean(),
  /** Of a doctor: nobody has signed in with the imported account yet. */
  isUnclaimed: z.boolean(),
  /** Handed in, and not yet decided about. */
  isWaiting: z.boolean(),
  status: z.string().nullable(),
  openingHours: z.unknown(),
  facts: z.record(z.string(), value),
});

/** What the database has, with its facts by the names of their columns. */
export type Known = Omit<z.infer<typeof row>, "openingHours"> & { facts: Record<string, Value> };

function read(raw: unknown): Known {
  const { openingHours, facts, ...rest } = row.parse(raw);
  return { ...rest, facts: { ...facts, opening_hours: hoursText(openingHours) } };
}

/** Opening hours as they were written, or a week of the data model in the same short words. */
function hoursText(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null) return null;
  if ("rules" in raw) {
    const hours = openingHoursSchema.safeParse(raw);
    return hours.success ? writeHoursCell(hours.data) : null;
  }
  if ("osm" in raw) return typeof raw.osm === "string" ? raw.osm : null;
  const days = Object.entries(raw).map(
    ([day, hours]) => `${day.charAt(0).toUpperCase()}${day.charAt(1)} ${[hours].flat().join(",")}`,
  );
  return days.length > 0 ? days.join("; ") : null;
}

const selects: Record<Kind, Prisma.Sql> = {
  doctors: Prisma.sql`
    SELECT d.id, u.id AS "userId", coalesce(u.full_name, u.email) AS label,
      u.role = 'doctor' AS "isDoctor", d.is_verified IS TRUE AS "isVerified", u.firebase_uid LIKE 'import:%' AS "isUnclaimed",
      d.submitted_at IS NOT NULL AND d.is_verified IS NOT TRUE AS "isWaiting", NULL AS status,
      NULL AS "openingHours",
      jsonb_build_object('email', u.email, 'given_name', u.given_name, 'family_name', u.family_name,
        'phone', u.phone, 'specialization', d.specialization, 'slug', d.slug,
        'sub_specialization', d.sub_specialization, 'license_number', d.license_number,
        'license_authority', d.license_authority, 'license_country', d.license_country,
        'license_expires_on', d.license_expires_on, 'is_verified', d.is_verified IS TRUE,
        'medical_council_registration', d.medical_council_registration,
        'qualification', d.qualification, 'experience_years', d.experience_years,
        'languages_spoken', d.languages_spoken, 'consultation_fee', d.consultation_fee,
        'consultation_duration_minutes', d.consultation_duration_minutes, 'bio', d.bio,
        'is_active', u.is_active IS TRUE) AS facts
    FROM users u LEFT JOIN doctors d ON d.user_id = u.id`,
  clinics: Prisma.sql`
    SELECT p.id, NULL AS "userId", p.name AS label, FALSE AS "isDoctor", FALSE AS "isVerified",
      FALSE AS "isUnclaimed", FALSE AS "isWaiting", p.status, p.opening_hours AS "openingHours",
      jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'description', p.description,
        'phone', p.contacts->>'phone', 'email', p.contacts->>'email',
        'website', p.contacts->>'website', 'address', p.address, 'city', p.city,
        'country', p.country, 'latitude', p.latitude, 'longitude', p.longitude,
        'timezone', p.timezone, 'currency', p.currency, 'services', p.services,
        'amenities', p.amenities, 'insurance_accepted', p.insurance_accepted,
        'status', p.status) AS facts
    FROM clinics p`,
  pharmacies: Prisma.sql`
    SELECT p.id, NULL AS "userId", p.name AS label, FALSE AS "isDoctor",
      p.is_verified IS TRUE AS "isVerified", FALSE AS "isUnclaimed", FALSE AS "isWaiting", NULL AS status,
      p.opening_hours AS "openingHours",
      jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'description', p.description,
        'address', p.address, 'city', p.city, 'country', p.country,
        'latitude', ST_Y(p.location::geometry), 'longitude', ST_X(p.location::geometry),
        'timezone', p.timezone, 'phone', p.phone, 'email', p.email, 'website', p.website,
        'services', p.services, 'supports_delivery', p.supports_delivery IS TRUE,
        'delivery_radius_km', p.delivery_radius_km, 'accepts_insurance', p.accepts_insurance IS TRUE,
        'insurance_providers', p.insurance_providers, 'is_active', p.is_active IS TRUE,
        'license_number', p.license_number, 'license_authority', p.license_authority,
        'license_country', p.license_country, 'license_expires_on', p.license_expires_on,
        'is_verified', p.is_verified IS TRUE) AS facts
    FROM pharmacies p`,
};

const places = { clinics: Prisma.raw("clinics"), pharmacies: Prisma.raw("pharmacies") };
const pageSize = 1000;

/** A page of an export, by id; null ends it. */
export async function listKnown(db: Db, kind: Kind, after: string | null): Promise<Known[]> {
  const id = Prisma.raw(kind === "doctors" ? "d.id" : "p.id");
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    ${selects[kind]} WHERE ${id} > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
    ORDER BY ${id} LIMIT ${pageSize}`);
  return rows.map(read);
}

export async function countKnown(db: Db, kind: Kind): Promise<number> {
  return kind === "doctors"
    ? db.doctor.count()
    : kind === "clinics"
      ? db.clinic.count()
      : db.pharmacy.count();
}

/** What rows say about which one they mean. */
export type Keys = { ids: string[]; slugs: string[]; emails: string[]; licences: string[] };

/** All that any of the keys names; for doctors, accounts of other roles, too. */
export async function findKnown(db: Db, kind: Kind, keys: Keys): Promise<Known[]> {
  const which =
    kind === "doctors"
      ? Prisma.sql`u.id IN (${userIdsOf(keys)})`
      : Prisma.sql`p.id = ANY(${keys.ids}::uuid[]) OR p.slug = ANY(${keys.slugs}::text[])`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`${selects[kind]} WHERE ${which}`);
  return rows.map(read);
}

/** Those of some ids, of doctors or of places. */
export async function listByIds(db: Db, kind: Kind, ids: readonly string[]): Promise<Known[]> {
  const id = Prisma.raw(kind === "doctors" ? "d.id" : "p.id");
  const rows = await db.$queryRaw<unknown[]>(
    Prisma.sql`${selects[kind]} WHERE ${id} = ANY(${ids}::uuid[])`,
  );
  return rows.map(read);
}

const userIdsOf = ({ emails, licences }: Keys) => Prisma.sql`
  SELECT id FROM users WHERE email = ANY(${emails}::text[])
  UNION SELECT user_id FROM doctors WHERE license_number = ANY(${licences}::text[])`;

const slugRow = z.object({ slug: z.string(), id: z.guid().nullable() });

/** Those of some addresses that somebody has, or had (with whom they lead to). */
export async function findTakenSlugs(
  db: Db,
  kind: Kind,
  slugs: readonly string[],
): Promise<z.infer<typeof slugRow>[]> {
  const taken = {
    doctors: Prisma.sql`SELECT slug, NULL::uuid AS id FROM doctors WHERE slug = ANY(${slugs}::text[])`,
    clinics: Prisma.sql`
      SELECT slug, NULL::uuid AS id FROM clinics WHERE slug = ANY(${slugs}::text[])
      UNION ALL SELECT slug, clinic_id FROM clinic_old_slugs WHERE slug = ANY(${slugs}::text[])`,
    pharmacies: Prisma.sql`
      SELECT slug, NULL::uuid AS id FROM pharmacies WHERE slug = ANY(${slugs}::text[])
      UNION ALL SELECT slug, pharmacy_id FROM pharmacy_old_slugs WHERE slug = ANY(${slugs}::text[])`,
  };
  return z.array(slugRow).parse(await db.$queryRaw(taken[kind]));
}

const likelyRow = z.object({ row: z.int(), id: z.guid(), label: z.string() });

/** A new one, as far as it tells whether it is there already. */
export type Newcomer = {
  row: number;
  name: string;
  latitude: number | null;
  longitude: number | null;
  licence: string | null;
};

/**
 * For each newcomer what it most resembles: a like name within 150 metres; of doctors, the same name
 * or the same licence number but for its signs and spaces.
 */
export async function findLikely(db: Db, kind: Kind, newcomers: readonly Newcomer[]) {
  const given = Prisma.sql`jsonb_to_recordset(${JSON.stringify(newcomers)}::jsonb)
    AS n("row" INT, name TEXT, latitude FLOAT8, longitude FLOAT8, licence TEXT)`;
  const rows = await db.$queryRaw(
    kind === "doctors"
      ? Prisma.sql`
        SELECT DISTINCT ON (found."row") found."row", found.id, u.full_name AS label FROM (
          SELECT n."row", d.id, d.user_id, 1 AS rank FROM ${given}
            JOIN doctors d ON licence_text(d.license_number) = licence_text(n.licence)
          UNION ALL
          SELECT n."row", d.id, d.user_id, 2 FROM ${given}
            JOIN users u ON search_text(u.full_name) = search_text(n.name) AND u.role = 'doctor'
            JOIN doctors d ON d.user_id = u.id
        ) found JOIN users u ON u.id = found.user_id
        ORDER BY found."row", found.rank, found.id`
      : Prisma.sql`
        SELECT DISTINCT ON (n."row") n."row", p.id, p.name AS label FROM ${given}
          JOIN ${places[kind]} p ON ST_DWithin(p.location,
            ST_SetSRID(ST_MakePoint(n.longitude, n.latitude), 4326)::geography, 150)
            AND similarity(search_text(p.name), search_text(n.name)) >= 0.5
        ORDER BY n."row", similarity(search_text(p.name), search_text(n.name)) DESC, p.id`,
  );
  return z.array(likelyRow).parse(rows);
}
