import { z } from "zod";
import { type ListedDocument, listedDocument } from "@/features/applications/documents";
import { Prisma } from "@/generated/prisma/client";
import { fromDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";

const instant = z.date().transform(fromDate);
const documents = z.array(listedDocument);

const doctorRow = z.object({
  id: z.guid(),
  userId: z.guid(),
  slug: z.string(),
  revision: z.int(),
  name: z.string(),
  email: z.string(),
  isActive: z.boolean(),
  dateOfBirth: z.string().nullable(),
  specialization: z.string(),
  subSpecialization: z.string().nullable(),
  licenseNumber: z.string(),
  licenseAuthority: z.string().nullable(),
  licenseCountry: z.string().nullable(),
  licenseExpiresOn: z.string().nullable(),
  medicalCouncilRegistration: z.string().nullable(),
  qualification: z.string().nullable(),
  experienceYears: z.int().nullable(),
  languagesSpoken: z.array(z.string()),
  isVerified: z.boolean(),
  reviewOutcome: z.enum(["asked", "rejected"]).nullable(),
  isSuspended: z.boolean(),
  submittedAt: instant.nullable(),
  verifiedAt: instant.nullable(),
  verifiedBy: z.string().nullable(),
  assigneeId: z.guid().nullable(),
  documents,
  renewal: z
    .object({
      id: z.guid(),
      expiresOn: z.string(),
      documentId: z.guid(),
      handedInAt: z.coerce.date().transform(fromDate),
      assigneeId: z.guid().nullable(),
    })
    .nullable(),
});
export type DoctorCaseRow = z.infer<typeof doctorRow>;

/** What a doctor claims and where it stands; null where there is none. */
export async function findDoctorCase(db: Db, doctorId: string): Promise<DoctorCaseRow | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT d.id, d.user_id AS "userId", d.slug, d.revision, coalesce(u.full_name, '') AS name, u.email,
      u.is_active IS TRUE AS "isActive", d.date_of_birth::text AS "dateOfBirth", d.specialization,
      d.sub_specialization AS "subSpecialization", d.license_number AS "licenseNumber",
      d.license_authority AS "licenseAuthority", d.license_country::text AS "licenseCountry",
      d.license_expires_on::text AS "licenseExpiresOn",
      d.medical_council_registration AS "medicalCouncilRegistration", d.qualification,
      d.experience_years AS "experienceYears", coalesce(d.languages_spoken, '{}') AS "languagesSpoken",
      d.is_verified IS TRUE AS "isVerified", d.review_outcome AS "reviewOutcome",
      d.suspended_at IS NOT NULL AS "isSuspended", d.submitted_at AS "submittedAt",
      d.verified_at AS "verifiedAt", vu.full_name AS "verifiedBy", d.assigned_to AS "assigneeId",
      coalesce(d.verification_documents, '[]') AS documents,
      CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'expiresOn', r.expires_on,
        'documentId', r.document_id, 'handedInAt', r.handed_in_at, 'assigneeId', r.assigned_to) END AS renewal
    FROM doctors d
    JOIN users u ON u.id = d.user_id
    LEFT JOIN users vu ON vu.id = d.verified_by
    LEFT JOIN licence_renewals r ON r.doctor_id = d.id AND r.status = 'waiting'
    WHERE d.id = ${doctorId}::uuid`);
  return rows[0] ? doctorRow.parse(rows[0]) : null;
}

/** One document of a doctor; null where it is none of theirs. */
export async function findDocument(
  db: Db,
  doctorId: string,
  documentId: string,
): Promise<ListedDocument | null> {
  const rows = await db.$queryRaw<{ documents: unknown }[]>(Prisma.sql`
    SELECT coalesce(verification_documents, '[]') AS documents FROM doctors
    WHERE id = ${doctorId}::uuid`);
  return documents.parse(rows[0]?.documents ?? []).find(({ id }) => id === documentId) ?? null;
}
