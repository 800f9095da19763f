import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { type StaffPosition, staffPositions } from "@/lib/staff-rights";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";

const instant = z.date().transform(fromDate);
const row = z.object({
  id: z.guid(),
  pharmacyId: z.guid(),
  pharmacy: z.string(),
  email: z.string(),
  position: z.enum(staffPositions),
  expiresAt: instant,
  isAccepted: z.boolean(),
  acceptedBy: z.guid().nullable(),
  isWithdrawn: z.boolean(),
  inviterId: z
    .guid()
    .transform((id) => id as UserId)
    .nullable(),
  inviterName: z.string().nullable(),
  inviter: z.object({ position: z.enum(staffPositions), permissions: z.unknown() }).nullable(),
});
export type StoredInvitation = z.infer<typeof row>;

const columns = Prisma.sql`i.id, i.pharmacy_id AS "pharmacyId", p.name AS pharmacy, i.email,
  i.position, i.expires_at AS "expiresAt", i.accepted_at IS NOT NULL AS "isAccepted",
  i.accepted_by AS "acceptedBy",
  i.withdrawn_at IS NOT NULL OR p.is_active IS FALSE AS "isWithdrawn",
  i.invited_by AS "inviterId", u.full_name AS "inviterName",
  CASE WHEN s.id IS NOT NULL THEN json_build_object('position', s.position,
    'permissions', s.permissions) END AS inviter`;
const tables = Prisma.sql`pharmacy_invitations i
  JOIN pharmacies p ON p.id = i.pharmacy_id
  LEFT JOIN users u ON u.id = i.invited_by
  LEFT JOIN pharmacy_staff s ON s.user_id = i.invited_by AND s.pharmacy_id = i.pharmacy_id
    AND s.date_left IS NULL AND u.role = 'pharmacy' AND u.is_active`;

/** An invitation by the hash of its token, or by its id; null for an unknown one. */
export async function findInvitation(
  db: Db,
  by: { tokenHash: string } | { invitationId: string },
): Promise<StoredInvitation | null> {
  const isIt =
    "tokenHash" in by
      ? Prisma.sql`i.token_hash = ${by.tokenHash}`
      : Prisma.sql`i.id = ${by.invitationId}::uuid`;
  const rows = await db.$queryRaw<unknown[]>(
    Prisma.sql`SELECT ${columns} FROM ${tables} WHERE ${isIt}`,
  );
  return rows[0] ? row.parse(rows[0]) : null;
}

/** Those to an address that can be used still, as far as dates say; newest first. */
export async function listToAddress(
  db: Db,
  email: string,
  now: Instant,
): Promise<StoredInvitation[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM ${tables} WHERE lower(i.email) = lower(${email})
      AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > ${toDate(now)}
    ORDER BY i.created_at DESC, i.id`);
  return z.array(row).parse(rows);
}

type NewInvitation = {
  pharmacyId: string;
  email: string;
  position: StaffPosition;
  tokenHash: string;
  invitedBy: UserId;
  expiresAt: Instant;
};

/** Puts an invitation in the place of the one to the same address that was open. */
export async function replaceInvitation(
  tx: Tx,
  { expiresAt, ...data }: NewInvitation,
  now: Instant,
): Promise<string> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE pharmacy_invitations SET withdrawn_at = ${toDate(now)}
    WHERE pharmacy_id = ${data.pharmacyId}::uuid AND lower(email) = lower(${data.email})
      AND accepted_at IS NULL AND withdrawn_at IS NULL`);
  const { id } = await tx.pharmacyInvitation.create({
    data: { ...data, expiresAt: toDate(expiresAt), createdAt: toDate(now) },
    select: { id: true },
  });
  return id;
}

/** How many of a pharmacy's invitations were made since an instant. */
export function countInvitations(db: Db, pharmacyId: string, since: Instant): Promise<number> {
  return db.pharmacyInvitation.count({ where: { pharmacyId, createdAt: { gt: toDate(since) } } });
}

/** False where it was used or withdrawn already. */
export async function markAccepted(
  tx: Tx,
  invitationId: string,
  acceptedBy: UserId,
  now: Instant,
): Promise<boolean> {
  const { count } = await tx.pharmacyInvitation.updateMany({
    where: { id: invitationId, acceptedAt: null, withdrawnAt: null },
    data: { acceptedAt: toDate(now), acceptedBy },
  });
  return count > 0;
}

/** False where it is not this pharmacy’s, or was used or withdrawn already. */
export async function markWithdrawn(
  tx: Tx,
  invitationId: string,
  pharmacyId: string,
  now: Instant,
): Promise<boolean> {
  const { count } = await tx.pharmacyInvitation.updateMany({
    where: { id: invitationId, pharmacyId, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: toDate(now) },
  });
  return count > 0;
}

/** Whose account has this address, in whatever case. */
export async function findByAddress(db: Db, email: string): Promise<UserId | null> {
  const rows = await db.$queryRaw<{ id: UserId }[]>(Prisma.sql`
    SELECT id FROM users WHERE lower(email) = lower(${email}) LIMIT 1`);
  return rows[0]?.id ?? null;
}
