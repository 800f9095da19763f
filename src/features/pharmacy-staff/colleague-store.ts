import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { type StaffPermissions, type StaffPosition, staffPositions } from "@/lib/staff-rights";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";

const row = z.object({
  id: z.guid(),
  userId: z.guid().transform((id) => id as UserId),
  name: z.string(),
  email: z.string(),
  position: z.enum(staffPositions),
  permissions: z.unknown(),
  licenseNumber: z.string().nullable(),
  joinedOn: z.string().nullable(),
  revision: z.int(),
  /** Their account is switched on. */
  isActive: z.boolean(),
});
export type StaffRow = z.infer<typeof row>;

/** Who works at a pharmacy today, owners first. */
export async function listStaff(db: Db, pharmacyId: string): Promise<StaffRow[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT s.id, s.user_id AS "userId", coalesce(u.full_name, '') AS name, u.email, s.position,
      s.permissions, s.license_number AS "licenseNumber", s.date_joined::text AS "joinedOn", s.revision,
      u.is_active IS TRUE AS "isActive"
    FROM pharmacy_staff s JOIN users u ON u.id = s.user_id AND u.role = 'pharmacy'
    WHERE s.pharmacy_id = ${pharmacyId}::uuid AND s.date_left IS NULL
    ORDER BY s.is_owner DESC NULLS LAST, u.full_name, s.id`);
  return z.array(row).parse(rows);
}

/** Gives somebody another position; permissions beside it, where there are any. */
export async function updateStaff(
  tx: Tx,
  staffId: string,
  position: StaffPosition,
  permissions: StaffPermissions | null,
): Promise<void> {
  const isOwner = position === "owner";
  const data = { position, isOwner, permissions: permissions ?? Prisma.DbNull };
  await tx.pharmacyStaff.update({ where: { id: staffId }, data });
}

/** Says that somebody has left, on the pharmacy's own today. */
export async function endStaff(tx: Tx, staffId: string, now: Instant): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE pharmacy_staff s SET is_primary_contact = FALSE,
      date_left = (${toDate(now)}::timestamptz AT TIME ZONE p.timezone)::date
    FROM pharmacies p WHERE p.id = s.pharmacy_id AND s.id = ${staffId}::uuid`);
}

const sentRow = z.object({
  id: z.guid(),
  email: z.string(),
  position: z.enum(staffPositions),
  invitedBy: z.string().nullable(),
  expiresAt: z.date().transform(fromDate),
});

/** Invitations that stand open, also those that have run out; newest first. */
export async function listInvitations(
  db: Db,
  pharmacyId: string,
): Promise<z.infer<typeof sentRow>[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT i.id, i.email, i.position, u.full_name AS "invitedBy", 
      i.expires_at AS "expiresAt"
    FROM pharmacy_invitations i LEFT JOIN users u ON u.id = i.invited_by
    WHERE i.pharmacy_id = ${pharmacyId}::uuid AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
    ORDER BY i.created_at DESC, i.id`);
  return z.array(sentRow).parse(rows);
}
