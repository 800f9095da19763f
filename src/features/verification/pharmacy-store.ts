import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { fromDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { degreesSql } from "@/server/spatial";
import { verdicts } from "./form-schema";
import { containing, cursorOf, isAssigned, keyOf, pageOf, pageSize } from "./list-sql";
import type { pharmaciesInput } from "./schema";

export type PharmacyFilter = z.infer<typeof pharmaciesInput>;
const instant = z.date().transform(fromDate);
const sentBack = z.enum(["asked", "rejected"]).nullable();

const listRow = z.object({
  id: z.guid(),
  key: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  country: z.string().nullable(),
  licenseNumber: z.string().nullable(),
  isVerified: z.boolean(),
  isActive: z.boolean(),
  reviewOutcome: sentBack,
  since: instant,
  assignee: z.string().nullable(),
  assigneeId: z.guid().nullable(),
  first: z
    .object({ verdict: z.enum(verdicts), isMine: z.boolean(), isStale: z.boolean() })
    .nullable(),
});
export type PharmacyRow = z.infer<typeof listRow>;

const isOpen = Prisma.sql`EXISTS (SELECT 1 FROM verification_decisions v
  WHERE COALESCE(v.renewal_id, v.doctor_id, v.pharmacy_id) = p.id AND v.status = 'awaiting_second')`;
const shows: Record<PharmacyFilter["show"], Prisma.Sql> = {
  waiting: Prisma.sql`p.is_verified IS NOT TRUE AND p.review_outcome IS NULL AND p.is_active`,
  second: Prisma.sql`p.is_verified IS NOT TRUE AND ${isOpen}`,
  asked: Prisma.sql`p.is_verified IS NOT TRUE AND p.review_outcome = 'asked'`,
  rejected: Prisma.sql`p.is_verified IS NOT TRUE AND p.review_outcome = 'rejected'`,
  verified: Prisma.sql`p.is_verified AND p.is_active`,
  closed: Prisma.sql`p.is_active IS NOT TRUE`,
  all: Prisma.sql`true`,
};

/** A page of pharmacies, the longest here first, in one statement. */
export async function listPharmacies(
  db: Db,
  userId: UserId,
  { show, q, country, assigned, after }: PharmacyFilter,
): Promise<{ rows: PharmacyRow[]; next: string | null }> {
  const cursor = after ? cursorOf(after) : null;
  const isSearched = q
    ? Prisma.sql`p.id IN (
        SELECT n.id FROM pharmacies n WHERE search_text(n.name) LIKE search_text(${containing(q)})
        UNION ALL
        SELECT l.id FROM pharmacies l WHERE licence_text(${q}) <> ''
          AND licence_text(l.license_number) LIKE '%' || licence_text(${q}) || '%')`
    : Prisma.sql`true`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT p.id, ${keyOf(Prisma.sql`p.created_at::timestamptz`)} AS key, p.name, p.address,
      coalesce(p.license_country, p.country)::text AS country, p.license_number AS "licenseNumber",
      p.is_verified IS TRUE AS "isVerified", p.is_active IS TRUE AS "isActive",
      p.review_outcome AS "reviewOutcome", p.created_at AS since,
      au.full_name AS assignee, p.assigned_to AS "assigneeId",
      CASE WHEN o.id IS NOT NULL THEN json_build_object('verdict', o.verdict,
        'isMine', o.decided_by IS NOT DISTINCT FROM ${userId}::uuid,
        'isStale', o.reviewed_revision <> p.revision) END AS first
    FROM pharmacies p
    LEFT JOIN users au ON au.id = p.assigned_to
    LEFT JOIN verification_decisions o ON o.status = 'awaiting_second'
      AND COALESCE(o.renewal_id, o.doctor_id, o.pharmacy_id) = p.id
    WHERE ${shows[show]} AND ${isSearched} AND ${isAssigned(Prisma.sql`p.assigned_to`, assigned, userId)}
      AND ${country ? Prisma.sql`coalesce(p.license_country, p.country) = ${country}` : Prisma.sql`true`}
      AND ${cursor ? Prisma.sql`(p.created_at, p.id) > (${cursor.at}, ${cursor.id}::uuid)` : Prisma.sql`true`}
    ORDER BY p.created_at, p.id LIMIT ${pageSize + 1}`);
  const { page, next } = pageOf(z.array(listRow).parse(rows));
  return { rows: page, next };
}

const staffMember = z.object({
  name: z.string(),
  email: z.string(),
  position: z.string().nullable(),
  licenseNumber: z.string().nullable(),
  isOwner: z.boolean(),
});

const caseRow = z.object({
  id: z.guid(),
  slug: z.string().nullable(),
  revision: z.int(),
  name: z.string(),
  description: z.string().nullable(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  licenseNumber: z.string().nullable(),
  licenseAuthority: z.string().nullable(),
  licenseCountry: z.string().nullable(),
  licenseExpiresOn: z.string().nullable(),
  isVerified: z.boolean(),
  isActive: z.boolean(),
  reviewOutcome: sentBack,
  createdAt: instant.nullable(),
  verifiedAt: instant.nullable(),
  verifiedBy: z.string().nullable(),
  assigneeId: z.guid().nullable(),
  owners: z.array(z.guid()),
  staff: z.array(staffMember),
});
export type PharmacyCaseRow = z.infer<typeof caseRow>;

/** What a pharmacy says of itself, who works there, and where it stands; null where there is none. */
export async function findPharmacyCase(
  db: Db,
  pharmacyId: string,
): Promise<PharmacyCaseRow | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT p.id, p.slug, p.revision, p.name, p.description, p.address, p.city,
      p.country::text AS country, ${degreesSql(Prisma.sql`p.location`)}, p.phone, p.email, p.website,
      p.license_number AS "licenseNumber", p.license_authority AS "licenseAuthority",
      p.license_country::text AS "licenseCountry", p.license_expires_on::text AS "licenseExpiresOn",
      p.is_verified IS TRUE AS "isVerified", p.is_active IS TRUE AS "isActive",
      p.review_outcome AS "reviewOutcome", p.created_at AS "createdAt", p.verified_at AS "verifiedAt",
      vu.full_name AS "verifiedBy", p.assigned_to AS "assigneeId",
      ARRAY(SELECT s.user_id FROM pharmacy_staff s WHERE s.pharmacy_id = p.id) AS owners,
      (SELECT coalesce(json_agg(json_build_object('name', coalesce(u.full_name, ''), 'email', u.email,
          'position', s.position, 'licenseNumber', s.license_number, 'isOwner', s.is_owner IS TRUE)
          ORDER BY s.is_owner DESC NULLS LAST, u.full_name), '[]')
        FROM pharmacy_staff s JOIN users u ON u.id = s.user_id
        WHERE s.pharmacy_id = p.id AND s.date_left IS NULL) AS staff
    FROM pharmacies p LEFT JOIN users vu ON vu.id = p.verified_by
    WHERE p.id = ${pharmacyId}::uuid`);
  return rows[0] ? caseRow.parse(rows[0]) : null;
}
