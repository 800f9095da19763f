import { z } from "zod";
import { type OpeningHours, openingHoursSchema } from "@/features/opening-hours/schema";
import { Prisma } from "@/generated/prisma/client";
import { type Point, parsePoint } from "@/lib/geo";
import type { UserId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import { degreesSql, pointSql } from "@/server/spatial";
import { writePosition } from "./rules";
import type { PharmacyAnswers } from "./schema";

const text = z
  .string()
  .nullable()
  .transform((value) => value ?? "");

const row = z.object({
  id: z.guid(),
  revision: z.int(),
  isVerified: z.boolean(),
  name: z.string(),
  slug: text,
  description: text,
  phone: text,
  email: text,
  website: text,
  services: z.array(z.string()),
  insurance: z.array(z.string()),
  address: text,
  city: text,
  country: text,
  timezone: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  isActive: z.boolean(),
  supportsDelivery: z.boolean(),
  deliveryRadiusKm: z.number().nullable(),
  acceptsInsurance: z.boolean(),
  licenseNumber: text,
  licenseAuthority: text,
  licenseCountry: text,
  licenseExpiresOn: text,
  hours: openingHoursSchema.nullable(),
  hoursAsWritten: z.string().nullable(),
});

/** A pharmacy as an administrator edits it. */
export type StoredPharmacy = {
  id: string;
  revision: number;
  isVerified: boolean;
  facts: PharmacyAnswers;
  hours: OpeningHours | null;
  /** The words that the hours were read from, or that could not be read. */
  hoursAsWritten: string | null;
};

const columns = Prisma.sql`id, revision, is_verified IS TRUE AS "isVerified", name, slug,
  description, phone, email, website, coalesce(services, '{}') AS services,
  coalesce(insurance_providers, '{}') AS insurance, address, city, country, timezone,
  ${degreesSql(Prisma.sql`location`)},
  is_active IS NOT FALSE AS "isActive", supports_delivery IS TRUE AS "supportsDelivery",
  delivery_radius_km::float8 AS "deliveryRadiusKm", accepts_insurance IS TRUE AS "acceptsInsurance",
  license_number AS "licenseNumber", license_authority AS "licenseAuthority",
  license_country AS "licenseCountry", license_expires_on::text AS "licenseExpiresOn",
  opening_hours AS hours, hours_as_written AS "hoursAsWritten"`;

function read(raw: unknown): StoredPharmacy {
  const { latitude, longitude, ...rest } = row.parse(raw);
  const { id, revision, isVerified, hours, hoursAsWritten, ...facts } = rest;
  return {
    id,
    revision,
    isVerified,
    hours,
    hoursAsWritten,
    facts: { ...facts, position: writePosition({ latitude, longitude }) },
  };
}

/** Null for an unknown one. */
export async function findPharmacyFacts(
  db: Db,
  pharmacyId: string,
): Promise<StoredPharmacy | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM pharmacies WHERE id = ${pharmacyId}::uuid`);
  return rows[0] ? read(rows[0]) : null;
}

/** The same, as it stays until the transaction ends. */
export async function lockPharmacy(tx: Tx, pharmacyId: string): Promise<StoredPharmacy | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM pharmacies WHERE id = ${pharmacyId}::uuid FOR NO KEY UPDATE`);
  return rows[0] ? read(rows[0]) : null;
}

/** The former addresses of a pharmacy, by the alphabet. */
export async function listOldPharmacySlugs(db: Db, pharmacyId: string): Promise<string[]> {
  const where = { pharmacyId };
  const rows = await db.pharmacyOldSlug.findMany({ where, orderBy: { slug: "asc" } });
  return rows.map(({ slug }) => slug);
}

const names = Prisma.sql`(name, slug, description, phone, email, website, services,
  insurance_providers, address, city, country, timezone, location, is_active, supports_delivery,
  delivery_radius_km, accepts_insurance, license_number, license_authority, license_country,
  license_expires_on)`;

/** What nobody has said stays unknown: an empty slug would be an address, and the second one taken. */
function values(facts: PharmacyAnswers): Prisma.Sql {
  return Prisma.sql`(${facts.name}, ${facts.slug || null}, ${facts.description || null},
    ${facts.phone || null}, ${facts.email || null}, ${facts.website || null},
    ${facts.services}::text[], ${facts.insurance}::text[], ${facts.address || null},
    ${facts.city || null}, ${facts.country || null}, ${facts.timezone},
    ${pointSql(parsePoint(facts.position) as Point)},
    ${facts.isActive}::boolean, ${facts.supportsDelivery}::boolean,
    ${facts.deliveryRadiusKm}::numeric, ${facts.acceptsInsurance}::boolean,
    ${facts.licenseNumber || null}, ${facts.licenseAuthority || null},
    ${facts.licenseCountry || null}, ${facts.licenseExpiresOn || null}::date)`;
}

/** A pharmacy that nobody has verified yet. Its slug may break `pharmacies_slug_key`. */
export async function insertPharmacy(tx: Tx, facts: PharmacyAnswers): Promise<string> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO pharmacies ${names} VALUES ${values(facts)} RETURNING id`);
  return (rows[0] as { id: string }).id;
}

/** Every fact of a pharmacy but its hours, and whether it waits anew; gives its new revision. */
export async function updatePharmacyFacts(
  tx: Tx,
  pharmacyId: string,
  facts: PharmacyAnswers,
  { isUnverified }: { isUnverified: boolean },
): Promise<number> {
  const waits = Prisma.sql`, is_verified = FALSE, verified_at = NULL, verified_by = NULL`;
  const rows = await tx.$queryRaw<{ revision: number }[]>(Prisma.sql`
    UPDATE pharmacies SET ${names} = ${values(facts)}${isUnverified ? waits : Prisma.empty}
    WHERE id = ${pharmacyId}::uuid RETURNING revision`);
  return (rows[0] as { revision: number }).revision;
}

/**
 * The hours of a pharmacy, confirmed by an administrator in the same breath; what they were read from
 * is of no use any more. Gives the new revision.
 */
export async function updatePharmacyHours(
  tx: Tx,
  pharmacyId: string,
  hours: OpeningHours,
  confirmed: { by: UserId; at: Instant },
): Promise<number> {
  const rows = await tx.$queryRaw<{ revision: number }[]>(Prisma.sql`
    UPDATE pharmacies SET opening_hours = ${JSON.stringify(hours)}::jsonb, hours_as_written = NULL,
      hours_confirmed_at = ${toDate(confirmed.at)}, hours_confirmed_by = ${confirmed.by}::uuid,
      hours_confirmed_as = 'admin'
    WHERE id = ${pharmacyId}::uuid RETURNING revision`);
  return (rows[0] as { revision: number }).revision;
}
