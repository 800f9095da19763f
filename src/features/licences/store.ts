import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";

const instant = z.date().transform(fromDate);
const userId = z.guid().transform((id) => id as UserId);
export const renewalStatuses = ["waiting", "accepted", "asked", "rejected", "withdrawn"] as const;

const licenceRow = z.object({
  userId,
  slug: z.string(),
  revision: z.int(),
  isVerified: z.boolean(),
  /** The last day, "YYYY-MM-DD"; null for a licence without end. */
  expiresOn: z.string().nullable(),
  suspendedAt: instant.nullable(),
  suspensionReason: z.string().nullable(),
  suspendedBy: z.string().nullable(),
  suspendedById: userId.nullable(),
});

/** What a doctor's licence is worth here. */
export type Licence = z.infer<typeof licenceRow>;

const licenceOf = (doctorId: DoctorId) => Prisma.sql`
  SELECT d.user_id AS "userId", d.slug, d.revision, d.is_verified IS TRUE AS "isVerified",
    to_char(d.license_expires_on, 'YYYY-MM-DD') AS "expiresOn", d.suspended_at AS "suspendedAt",
    d.suspension_reason AS "suspensionReason", by.full_name AS "suspendedBy",
    d.suspended_by AS "suspendedById"
  FROM doctors d LEFT JOIN users by ON by.id = d.suspended_by
  WHERE d.id = ${doctorId}::uuid`;

/** Null for an unknown doctor. */
export async function findLicence(db: Db, doctorId: DoctorId): Promise<Licence | null> {
  const rows = await db.$queryRaw<unknown[]>(licenceOf(doctorId));
  return rows[0] ? licenceRow.parse(rows[0]) : null;
}

/** The same, kept as it is until the transaction ends; no appointment is written with the doctor meanwhile. */
export async function lockLicence(tx: Tx, doctorId: DoctorId): Promise<Licence | null> {
  const rows = await tx.$queryRaw<unknown[]>(
    Prisma.sql`${licenceOf(doctorId)} FOR NO KEY UPDATE OF d`,
  );
  return rows[0] ? licenceRow.parse(rows[0]) : null;
}

/** Suspends a locked doctor, or takes it back. */
export async function updateSuspension(
  tx: Tx,
  doctorId: DoctorId,
  suspension: { by: UserId; at: Instant; reason: string } | null,
): Promise<void> {
  await tx.doctor.update({
    where: { id: doctorId },
    data: {
      suspendedAt: suspension && toDate(suspension.at),
      suspendedBy: suspension?.by ?? null,
      suspensionReason: suspension?.reason ?? null,
    },
  });
}

const renewalRow = z.object({
  id: z.guid(),
  expiresOn: z.string(),
  status: z.enum(renewalStatuses),
  handedInAt: instant,
  documentId: z.guid(),
  /** What the reviewer said with the decision. */
  words: z.string().nullable(),
});

export type Renewal = z.infer<typeof renewalRow>;

/** A doctor's renewals, newest first, with what was finally said of each. */
export async function listRenewals(db: Db, doctorId: DoctorId): Promise<Renewal[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT r.id, to_char(r.expires_on, 'YYYY-MM-DD') AS "expiresOn", r.status,
      r.handed_in_at AS "handedInAt", r.document_id AS "documentId", said.words
    FROM licence_renewals r
    LEFT JOIN LATERAL (SELECT v.words FROM verification_decisions v
      WHERE v.renewal_id = r.id AND v.status = 'final' ORDER BY v.decided_at DESC LIMIT 1) said ON true
    WHERE r.doctor_id = ${doctorId}::uuid ORDER BY r.handed_in_at DESC, r.id`);
  return z.array(renewalRow).parse(rows);
}

/** Writes a renewal that waits; null where another one does already. */
export async function insertRenewal(
  tx: Tx,
  doctorId: DoctorId,
  { expiresOn, documentId }: { expiresOn: string; documentId: string },
  now: Instant,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO licence_renewals (doctor_id, expires_on, document_id, handed_in_at)
    VALUES (${doctorId}::uuid, ${expiresOn}::date, ${documentId}::uuid, ${toDate(now)})
    ON CONFLICT (doctor_id) WHERE status = 'waiting' DO NOTHING RETURNING id`);
  return rows[0]?.id ?? null;
}

/** One of the doctor's own renewals, kept as it is until the transaction ends; null for any other. */
export async function lockOwnRenewal(
  tx: Tx,
  doctorId: DoctorId,
  renewalId: string,
): Promise<{ status: Renewal["status"] } | null> {
  const rows = await tx.$queryRaw<{ status: Renewal["status"] }[]>(Prisma.sql`
    SELECT status FROM licence_renewals
    WHERE id = ${renewalId}::uuid AND doctor_id = ${doctorId}::uuid FOR UPDATE`);
  return rows[0] ?? null;
}

/** Takes a locked renewal back, and the decision about it that waits for a second person. */
export async function updateWithdrawn(tx: Tx, renewalId: string): Promise<void> {
  await tx.licenceRenewal.update({ where: { id: renewalId }, data: { status: "withdrawn" } });
  await tx.verificationDecision.updateMany({
    where: { renewalId, status: "awaiting_second" },
    data: { status: "withdrawn" },
  });
}

const noticeRow = z.object({ expiresOn: z.string(), daysBefore: z.int(), sentAt: instant });

/** What a doctor was told of the end of a licence, newest first. */
export async function listNotices(
  db: Db,
  doctorId: DoctorId,
): Promise<z.infer<typeof noticeRow>[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT to_char(expires_on, 'YYYY-MM-DD') AS "expiresOn", days_before::int AS "daysBefore",
      sent_at AS "sentAt"
    FROM licence_notices WHERE doctor_id = ${doctorId}::uuid ORDER BY sent_at DESC, days_before`);
  return z.array(noticeRow).parse(rows);
}
