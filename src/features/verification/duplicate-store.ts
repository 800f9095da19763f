import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";

export const doctorLikenesses = [
  "sameNumber",
  "nearNumber",
  "sameNameAndBirth",
  "sameName",
  "nearNameAndBirth",
  "nearName",
  "sameDocument",
] as const;

const duplicateRow = z.object({
  id: z.guid(),
  name: z.string(),
  specialization: z.string(),
  licenseNumber: z.string(),
  isVerified: z.boolean(),
  likenesses: z.array(z.enum(doctorLikenesses)),
});
export type DuplicateDoctor = z.infer<typeof duplicateRow>;

const mostDuplicates = 20;

/**
 * Other doctors with the same or nearly the same licence number, name (namesakes known to be born on
 * another day left out) or document, most alike first, at most 20. Each likeness is found by its
 * trigram or its content index. The shorter a number, the fewer trigrams a slip leaves of it: of n
 * signs n - 3 of n + 5.
 */
export async function listDuplicateDoctors(db: Db, doctorId: string): Promise<DuplicateDoctor[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    WITH own AS MATERIALIZED (
      SELECT d.id, licence_text(d.license_number) AS number, search_text(u.full_name) AS name,
        d.date_of_birth AS born, d.verification_documents AS documents,
        set_config('pg_trgm.similarity_threshold', greatest(0.1, least(0.3,
          (length(licence_text(d.license_number)) - 3.0)
            / (length(licence_text(d.license_number)) + 5) - 0.01))::text, TRUE)
      FROM doctors d JOIN users u ON u.id = d.user_id WHERE d.id = ${doctorId}::uuid
    ), alike AS (
      SELECT o.id, CASE WHEN licence_text(o.license_number) = own.number
          THEN 'sameNumber' ELSE 'nearNumber' END AS likeness
        FROM own JOIN doctors o ON licence_text(o.license_number) % own.number
        WHERE licence_text(o.license_number) = own.number
          OR one_slip_apart(licence_text(o.license_number), own.number)
      UNION
      SELECT o.id, CASE WHEN similarity(search_text(ou.full_name), own.name) = 1
            THEN 'sameName' ELSE 'nearName' END
          || CASE WHEN o.date_of_birth = own.born THEN 'AndBirth' ELSE '' END
        FROM own JOIN users ou ON search_text(ou.full_name) % own.name
          JOIN doctors o ON o.user_id = ou.id
        WHERE similarity(search_text(ou.full_name), own.name) >= 0.6
          AND (o.date_of_birth = own.born) IS NOT FALSE
      UNION
      SELECT o.id, 'sameDocument'
        FROM own CROSS JOIN jsonb_array_elements(coalesce(own.documents, '[]')) document
          JOIN doctors o ON o.verification_documents
            @> jsonb_build_array(jsonb_build_object('sha256', document->>'sha256'))
    )
    SELECT d.id, coalesce(u.full_name, '') AS name, d.specialization,
      d.license_number AS "licenseNumber", d.is_verified IS TRUE AS "isVerified",
      array_agg(a.likeness ORDER BY a.likeness DESC) AS likenesses
    FROM alike a JOIN doctors d ON d.id = a.id JOIN users u ON u.id = d.user_id
    WHERE d.id <> ${doctorId}::uuid
    GROUP BY d.id, u.id
    ORDER BY bool_or(a.likeness LIKE 'same%' AND a.likeness <> 'sameName') DESC, count(*) DESC, name, d.id
    LIMIT ${mostDuplicates}`);
  return z.array(duplicateRow).parse(rows);
}

const nearbyRow = z.object({
  id: z.guid(),
  name: z.string(),
  address: z.string().nullable(),
  metres: z.number(),
  isVerified: z.boolean(),
  isSameNumber: z.boolean(),
});
export type DuplicatePharmacy = z.infer<typeof nearbyRow>;

/**
 * Other pharmacies that may be the same one: a like name within two kilometres, any within fifty
 * metres, or the same licence number; nearest first, at most 20.
 */
export async function listDuplicatePharmacies(
  db: Db,
  pharmacyId: string,
): Promise<DuplicatePharmacy[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    WITH own AS MATERIALIZED (
      SELECT id, name, location, licence_text(license_number) AS number
      FROM pharmacies WHERE id = ${pharmacyId}::uuid
    ), alike AS (
      SELECT o.id FROM own JOIN pharmacies o ON ST_DWithin(o.location, own.location, 2000)
        WHERE ST_DWithin(o.location, own.location, 50) OR search_text(o.name) % search_text(own.name)
      UNION
      SELECT o.id FROM own JOIN pharmacies o ON licence_text(o.license_number) LIKE own.number
        WHERE own.number <> ''
    )
    SELECT p.id, p.name, p.address, ST_Distance(p.location, own.location) AS metres,
      p.is_verified IS TRUE AS "isVerified",
      coalesce(licence_text(p.license_number) = own.number AND own.number <> '', FALSE) AS "isSameNumber"
    FROM own CROSS JOIN alike a JOIN pharmacies p ON p.id = a.id
    WHERE p.id <> own.id ORDER BY "isSameNumber" DESC, metres, p.id LIMIT ${mostDuplicates}`);
  return z.array(nearbyRow).parse(rows);
}
