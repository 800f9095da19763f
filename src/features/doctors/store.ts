import { z } from "zod";
import { associationJson, associationSchema } from "@/features/schedules/store";
import { Prisma } from "@/generated/prisma/client";
import type { DoctorId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import type { Cursor } from "./cursor";
import type { Facets } from "./schema";
import { orderBy, type SearchCriteria, searchConditions } from "./search-sql";

const count = z.int();
const ratingColumns = { rating: z.number().nullable(), ratingCount: z.int() };

const doctorColumns = {
  id: z.guid().transform((id) => id as DoctorId),
  slug: z.string(),
  name: z.string(),
  specialization: z.string(),
  subSpecialization: z.string().nullable(),
  languages: z.array(z.string()),
  ...ratingColumns,
};

const placedSchema = z.object({
  association: associationSchema,
  distance: z.number().nullable(),
});

const resultRow = z.object({
  ...doctorColumns,
  total: count,
  keys: z.tuple([z.union([z.number(), z.string()]), z.number()]),
  associations: z.array(placedSchema),
});

/** A doctor who matches, with the associations that do. */
export type DoctorRow = z.infer<typeof resultRow>;

/** Every doctor found here is one who may be listed. */
const isListed = Prisma.sql`true`;

const selectDoctor = Prisma.sql`d.id, d.slug, coalesce(u.full_name, '') AS name, d.specialization,
  d.sub_specialization AS "subSpecialization",
  coalesce(d.languages_spoken, '{}') AS languages,
  d.rating::float8 AS rating, coalesce(d.rating_count, 0) AS "ratingCount"`;

/**
 * Doctors who may be listed and match, with every association of theirs that matches, in one
 * statement: at most `limit`, after the cursor, in the order of `sort` ("soonest" has no order in
 * the database: nearest or best rated come first). Distances in metres, nearest association first.
 */
export async function listMatching(
  db: Db,
  criteria: SearchCriteria,
  { after, limit, now }: { after?: Cursor | undefined; limit: number; now: Instant },
): Promise<DoctorRow[]> {
  const { keys, order, isAfter } = orderBy(criteria, after);
  const { distance, where } = searchConditions(criteria);
  // As a plain value: with a subquery the planner could not look into listed_doctors.
  const day = Prisma.sql`${toDate(now)}::date`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    WITH matched AS (
      SELECT d.id, d.rating, d.rating_count, array_agg(dc.id) AS ids, min(${distance}) AS distance,
        -- Amount and currency of one and the same clinic.
        (array_agg(coalesce(dc.consultation_fee, d.consultation_fee)::float8
          ORDER BY c.currency, coalesce(dc.consultation_fee, d.consultation_fee)))[1] AS fee,
        min(c.currency) AS currency
      FROM clinics c
      JOIN doctor_clinics dc ON dc.clinic_id = c.id
      JOIN listed_doctors(${day}) d ON d.id = dc.doctor_id
      WHERE (c.status IS NULL OR c.status = 'active') AND dc.status IS DISTINCT FROM 'ended'
        AND (dc.end_date IS NULL OR dc.end_date >= ${day} - 1)
        AND ${where}
      GROUP BY d.id, d.rating, d.rating_count),
    page AS (
      SELECT m.id, m.ids, ${keys} FROM matched m WHERE ${isAfter} ORDER BY ${order} LIMIT ${limit})
    SELECT ${selectDoctor}, (SELECT count(*)::int FROM matched) AS total,
      json_build_array(m.k1, m.k2) AS keys,
      (SELECT json_agg(json_build_object(
           'association', ${associationJson({ isListed, now })}, 'distance', ${distance})
         ORDER BY ${distance}, dc.is_primary IS TRUE DESC, c.name, dc.id)
       FROM doctor_clinics dc JOIN clinics c ON c.id = dc.clinic_id
       WHERE dc.id = ANY(m.ids)) AS associations
    FROM page m
    JOIN doctors d ON d.id = m.id
    JOIN users u ON u.id = d.user_id
    ORDER BY ${order}`);
  return z.array(resultRow).parse(rows);
}

const publicDoctor = z.object({
  ...doctorColumns,
  qualification: z.string().nullable(),
  experienceYears: z.int().nullable(),
  bio: z.string().nullable(),
  patientsTreated: z.int(),
  associations: z.array(associationSchema),
});

/** Everything public about a doctor: no e-mail, no phone, no licence number. */
export type PublicDoctor = z.infer<typeof publicDoctor>;

/**
 * A doctor who may be listed, with all associations that have not ended, primary ones first, in one
 * statement. Null for an unknown slug and for one who may not be listed.
 */
export async function findDoctor(db: Db, slug: string, now: Instant): Promise<PublicDoctor | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${selectDoctor}, d.qualification, d.experience_years AS "experienceYears", d.bio,
      coalesce(d.total_patients_treated, 0) AS "patientsTreated",
      coalesce((SELECT json_agg(${associationJson({ isListed, now })}
           ORDER BY dc.is_primary IS TRUE DESC, c.name, dc.id)
         FROM doctor_clinics dc JOIN clinics c ON c.id = dc.clinic_id
         WHERE dc.doctor_id = d.id AND dc.status IS DISTINCT FROM 'ended'
           AND (dc.end_date IS NULL OR dc.end_date >= ${toDate(now)}::date - 1)
           AND (c.status IS NULL OR c.status IN ('active', 'temporarily_closed'))), '[]')
        AS associations
    FROM listed_doctors(${toDate(now)}::date) d
    JOIN users u ON u.id = d.user_id
    WHERE d.slug = ${slug}`);
  return rows[0] ? publicDoctor.parse(rows[0]) : null;
}

const facetRow = z.object({
  kind: z.enum(["speciality", "language"]),
  value: z.string(),
  doctors: count,
});

/** In one statement; each list by name. */
export async function listFacets(db: Db, now: Instant): Promise<Facets> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    WITH listed AS (
      SELECT d.specialization, d.languages_spoken FROM listed_doctors(${toDate(now)}::date) d)
    SELECT 'speciality' AS kind, specialization AS value, count(*)::int AS doctors
      FROM listed GROUP BY specialization
    UNION ALL
    SELECT 'language', spoken, count(*)::int
      FROM listed, unnest(languages_spoken) AS spoken GROUP BY spoken
    ORDER BY 1, 2`);
  const facets = z.array(facetRow).parse(rows);
  const of = (kind: string) =>
    facets.filter((one) => one.kind === kind).map(({ value, doctors }) => ({ value, doctors }));
  return { specialities: of("speciality"), languages: of("language") };
}

/** Slugs of doctors who may be listed and when they last changed, for the map of the site. */
export async function listSlugs(
  db: Db,
  now: Instant,
  limit: number,
): Promise<{ slug: string; updatedAt: Date | null }[]> {
  return db.$queryRaw(Prisma.sql`
    SELECT d.slug, d.updated_at AS "updatedAt" FROM listed_doctors(${toDate(now)}::date) d
    ORDER BY d.slug LIMIT ${limit}`);
}
