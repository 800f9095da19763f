import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { staffPositions } from "@/lib/staff-rights";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import type { claimShows } from "./schema";

const instant = z.date().transform(fromDate);
export const claimStatuses = ["open", "approved", "rejected", "withdrawn"] as const;

const ownRow = z.object({
  id: z.guid(),
  pharmacy: z.string(),
  address: z.string().nullable(),
  position: z.enum(staffPositions),
  isProposal: z.boolean(),
  status: z.enum(claimStatuses),
  createdAt: instant,
  reason: z.string().nullable(),
});
export type OwnClaim = z.infer<typeof ownRow>;

/** The newest claim of somebody's own; null where there was none. */
export async function findOwnClaim(db: Db, userId: UserId): Promise<OwnClaim | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT c.id, p.name AS pharmacy, concat_ws(', ', p.address, p.city) AS address, c.position,
      c.is_proposal AS "isProposal", c.status, c.created_at AS "createdAt", c.reason
    FROM pharmacy_claims c JOIN pharmacies p ON p.id = c.pharmacy_id
    WHERE c.user_id = ${userId}::uuid ORDER BY c.status = 'open' DESC, c.created_at DESC, c.id LIMIT 1`);
  return rows[0] ? ownRow.parse(rows[0]) : null;
}

type NewClaim = {
  userId: UserId;
  pharmacyId: string;
  position: string;
  licenseNumber: string;
  words: string;
  isProposal: boolean;
};

/** Violates `pharmacy_claims_one_open` where another one of theirs is open. */
export async function insertClaim(tx: Tx, claim: NewClaim, now: Instant): Promise<string> {
  const { licenseNumber, words, ...rest } = claim;
  const { id } = await tx.pharmacyClaim.create({
    data: {
      ...rest,
      licenseNumber: licenseNumber || null,
      words: words || null,
      createdAt: toDate(now),
    },
    select: { id: true },
  });
  return id;
}

const lockedRow = z.object({
  id: z.guid(),
  userId: z.guid().transform((id) => id as UserId),
  pharmacyId: z.guid(),
  position: z.enum(staffPositions),
  licenseNumber: z.string().nullable(),
  isProposal: z.boolean(),
  status: z.enum(claimStatuses),
  decidedBy: z.guid().nullable(),
});
export type LockedClaim = z.infer<typeof lockedRow>;

/** A claim as it stays until the transaction ends. */
export async function lockClaim(tx: Tx, claimId: string): Promise<LockedClaim | null> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT id, user_id AS "userId", pharmacy_id AS "pharmacyId", position,
      license_number AS "licenseNumber", is_proposal AS "isProposal", status,
      decided_by AS "decidedBy"
    FROM pharmacy_claims WHERE id = ${claimId}::uuid FOR UPDATE`);
  return rows[0] ? lockedRow.parse(rows[0]) : null;
}

/** Whose claim it is, for the locks that come before its own. */
export async function findClaimant(db: Db, claimId: string): Promise<UserId | null> {
  const where = { id: claimId };
  const claim = await db.pharmacyClaim.findUnique({ where, select: { userId: true } });
  return (claim?.userId as UserId | undefined) ?? null;
}

type Decision = {
  status: "approved" | "rejected" | "withdrawn";
  decidedBy: UserId | null;
  reason: string | null;
};

/** Violates `pharmacy_claims_not_by_oneself`. */
export async function closeClaim(
  tx: Tx,
  claimId: string,
  decision: Decision,
  now: Instant,
): Promise<void> {
  const data = { ...decision, decidedAt: toDate(now) };
  await tx.pharmacyClaim.update({ where: { id: claimId }, data });
}

/** The open claim of somebody's own, if there is one. */
export async function findOpenClaim(
  tx: Tx,
  userId: UserId,
): Promise<{ id: string; pharmacyId: string; isProposal: boolean } | null> {
  return tx.pharmacyClaim.findFirst({
    where: { userId, status: "open" },
    select: { id: true, pharmacyId: true, isProposal: true },
  });
}

const person = z.object({ name: z.string(), email: z.string(), position: z.string() });
const listRow = z.object({
  id: z.guid(),
  status: z.enum(claimStatuses),
  position: z.enum(staffPositions),
  licenseNumber: z.string().nullable(),
  words: z.string().nullable(),
  isProposal: z.boolean(),
  createdAt: instant,
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  isOwn: z.boolean(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  patientAhead: z.int(),
  pharmacyId: z.guid(),
  pharmacy: z.string(),
  address: z.string().nullable(),
  pharmacyLicence: z.string().nullable(),
  isVerified: z.boolean(),
  staff: z.array(person),
  rivals: z.int(),
});
export type ClaimRow = z.infer<typeof listRow>;

const pageSize = 20;

/** A page of claims: open ones oldest first, those decided newest first. */
export async function listClaims(
  db: Db,
  userId: UserId,
  { show, after }: { show: (typeof claimShows)[number]; after?: string | undefined },
  now: Instant,
): Promise<{ rows: ClaimRow[]; next: string | null }> {
  const isOpen = show === "open";
  const at = Prisma.sql`(SELECT (o.created_at, o.id) FROM pharmacy_claims o WHERE o.id = ${after ?? null}::uuid)`;
  const beyond = isOpen
    ? Prisma.sql`(c.created_at, c.id) > ${at}`
    : Prisma.sql`(c.created_at, c.id) < ${at}`;
  const order = isOpen ? Prisma.sql`c.created_at, c.id` : Prisma.sql`c.created_at DESC, c.id DESC`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT c.id, c.status, c.position, c.license_number AS "licenseNumber",
      c.words, c.is_proposal AS "isProposal", c.created_at AS "createdAt",
      c.decided_at AS "decidedAt", du.full_name AS "decidedBy", c.reason,
      c.user_id = ${userId}::uuid AS "isOwn", coalesce(u.full_name, '') AS name, u.email, u.phone,
      (SELECT count(*)::int FROM appointments a JOIN patients pa ON pa.id = a.patient_id
        WHERE pa.user_id = u.id AND a.starts_at > ${toDate(now)}
          AND a.status IN ('scheduled', 'confirmed')) AS "patientAhead",
      p.id AS "pharmacyId", p.name AS pharmacy, concat_ws(', ', p.address, p.city, p.country) AS address,
      p.license_number AS "pharmacyLicence", p.is_verified IS TRUE AS "isVerified",
      (SELECT coalesce(json_agg(json_build_object('name', coalesce(su.full_name, ''),
          'email', su.email, 'position', s.position) ORDER BY s.is_owner DESC NULLS LAST, su.full_name), '[]')
        FROM pharmacy_staff s JOIN users su ON su.id = s.user_id
        WHERE s.pharmacy_id = p.id AND s.date_left IS NULL) AS staff,
      (SELECT count(*)::int FROM pharmacy_claims r WHERE r.pharmacy_id = p.id
        AND r.status = 'open' AND r.id <> c.id) AS rivals
    FROM pharmacy_claims c
    JOIN users u ON u.id = c.user_id
    JOIN pharmacies p ON p.id = c.pharmacy_id
    LEFT JOIN users du ON du.id = c.decided_by
    WHERE ${isOpen ? Prisma.sql`c.status = 'open'` : Prisma.sql`c.status IN ('approved', 'rejected')`}
      AND ${after ? beyond : Prisma.sql`true`}
    ORDER BY ${order} LIMIT ${pageSize + 1}`);
  const page = z.array(listRow).parse(rows);
  const shown = page.slice(0, pageSize);
  return { rows: shown, next: page.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}
