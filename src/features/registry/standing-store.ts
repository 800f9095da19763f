import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";

const standingRow = z.object({ doctors: z.int(), ahead: z.int() });

/** Whom a change of a clinic concerns. */
export type Standing = z.infer<typeof standingRow>;

/** How many doctors work at a clinic, and how many appointments stand there from now on. */
export async function countStanding(db: Db, clinicId: string, now: Instant): Promise<Standing> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT
      (SELECT count(DISTINCT doctor_id)::int FROM doctor_clinics
        WHERE clinic_id = ${clinicId}::uuid AND status <> 'ended') AS doctors,
      (SELECT count(*)::int FROM doctor_clinics dc JOIN appointments a ON a.doctor_clinic_id = dc.id
        WHERE dc.clinic_id = ${clinicId}::uuid AND a.starts_at > ${toDate(now)}
          AND a.status IN ('scheduled', 'confirmed')) AS ahead`);
  return standingRow.parse(rows[0]);
}

/** The former addresses of a clinic, by the alphabet. */
export async function listOldSlugs(db: Db, clinicId: string): Promise<string[]> {
  const rows = await db.clinicOldSlug.findMany({ where: { clinicId }, orderBy: { slug: "asc" } });
  return rows.map(({ slug }) => slug);
}

const proposerRow = z.object({ name: z.string().nullable(), isVerified: z.boolean() });

/** The doctor who proposed a clinic; null where nobody did, or the account is gone. */
export async function findProposer(
  db: Db,
  userId: UserId | null,
): Promise<z.infer<typeof proposerRow> | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT u.full_name AS name, d.is_verified IS TRUE AS "isVerified"
    FROM users u LEFT JOIN doctors d ON d.user_id = u.id WHERE u.id = ${userId}::uuid`);
  return rows[0] ? proposerRow.parse(rows[0]) : null;
}

/** The accounts of the doctors who work at a clinic. */
export async function listDoctorUsers(tx: Tx, clinicId: string): Promise<UserId[]> {
  const rows = await tx.$queryRaw<{ id: UserId }[]>(Prisma.sql`
    SELECT DISTINCT d.user_id AS id FROM doctor_clinics dc JOIN doctors d ON d.id = dc.doctor_id
    WHERE dc.clinic_id = ${clinicId}::uuid AND dc.status <> 'ended'`);
  return rows.map(({ id }) => id);
}

/** Keeps a clinic's standing appointments as they are, in the order of their ids: before associations. */
export async function lockStandingAt(tx: Tx, clinicId: string, now: Instant): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    SELECT 1 FROM appointments WHERE doctor_clinic_id IN (
      SELECT id FROM doctor_clinics WHERE clinic_id = ${clinicId}::uuid)
      AND starts_at > ${toDate(now)} AND status IN ('scheduled', 'confirmed')
    ORDER BY id FOR NO KEY UPDATE`);
}

/**
 * Keeps all associations of everyone who works at a clinic as they are until the transaction ends,
 * in the order of their ids; in a statement of its own, before anything of them is read. Gives the
 * doctors.
 */
export async function lockAssociationsOfDoctorsAt(tx: Tx, clinicId: string): Promise<DoctorId[]> {
  const rows = await tx.$queryRaw<{ doctor_id: DoctorId }[]>(Prisma.sql`
    SELECT doctor_id FROM doctor_clinics WHERE doctor_id IN (
      SELECT doctor_id FROM doctor_clinics WHERE clinic_id = ${clinicId}::uuid AND status <> 'ended')
    ORDER BY id FOR NO KEY UPDATE`);
  return [...new Set(rows.map(({ doctor_id }) => doctor_id))];
}

const rezonedRow = z.object({
  userId: z.guid().transform((id) => id as UserId),
  appointmentId: z.guid(),
  startsAt: z.date(),
});

/**
 * Reads the standing appointments of a clinic anew on its wall clock; their moments stay. Gives those
 * of patients with an account.
 */
export async function readClockAnew(
  tx: Tx,
  clinicId: string,
  now: Instant,
): Promise<z.infer<typeof rezonedRow>[]> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    WITH standing AS (
      UPDATE appointments a SET starts_at = a.starts_at FROM doctor_clinics dc
      WHERE dc.id = a.doctor_clinic_id AND dc.clinic_id = ${clinicId}::uuid
        AND a.starts_at > ${toDate(now)} AND a.status IN ('scheduled', 'confirmed')
      RETURNING a.id, a.patient_id, a.starts_at)
    SELECT p.user_id AS "userId", s.id AS "appointmentId", s.starts_at AS "startsAt"
    FROM standing s JOIN patients p ON p.id = s.patient_id WHERE p.user_id IS NOT NULL`);
  return z.array(rezonedRow).parse(rows);
}
