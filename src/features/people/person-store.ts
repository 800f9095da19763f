import { z } from "zod";
import { lockDoctorAssociations } from "@/features/schedules/lock-store";
import { Prisma } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import { type Role, roles } from "./rules";

const instant = z.date().transform(fromDate);
const id = z.guid().nullable();

const personRow = z.object({
  userId: z.guid().transform((value) => value as UserId),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  isEmailVerified: z.boolean(),
  role: z.enum(roles),
  accessLevel: z.string().nullable(),
  isActive: z.boolean(),
  signedUpAt: instant,
  lastSignInAt: instant.nullable(),
  sessions: z.int(),
  doctorId: id,
  doctorSlug: z.string().nullable(),
  hasDoctorFile: z.boolean(),
  isListed: z.boolean(),
  doctorAhead: z.int(),
  patientAhead: z.int(),
  pharmacyName: z.string().nullable(),
  isOwner: z.boolean(),
});

/** Somebody as administrators see them: nothing of their health. */
export type Person = z.infer<typeof personRow>;

const isAhead = (now: Instant) =>
  Prisma.sql`a.starts_at > ${toDate(now)} AND a.status IN ('scheduled', 'confirmed')`;

/** A person, with what a change of their role or activity rests on. Sessions go by the real time. */
export async function findPerson(
  db: Db,
  userId: UserId,
  { now, realNow }: { now: Instant; realNow: Instant },
): Promise<Person | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT u.id AS "userId", coalesce(u.full_name, '') AS name, u.email, u.phone,
      u.email_verified IS TRUE AS "isEmailVerified", u.role,
      CASE WHEN u.role = 'admin' THEN ad.access_level END AS "accessLevel",
      u.is_active IS TRUE AS "isActive", u.created_at AS "signedUpAt",
      u.last_login_at AS "lastSignInAt",
      (SELECT count(DISTINCT r.family_id)::int FROM refresh_tokens r WHERE r.user_id = u.id
        AND r.is_revoked IS NOT TRUE AND r.expires_at > ${toDate(realNow)}) AS sessions,
      d.id AS "doctorId", d.slug AS "doctorSlug", d.id IS NOT NULL AS "hasDoctorFile",
      EXISTS (SELECT 1 FROM listed_doctors(${toDate(now)}::date) l WHERE l.id = d.id) AS "isListed",
      (SELECT count(*)::int FROM appointments a
        WHERE a.doctor_id = d.id AND ${isAhead(now)}) AS "doctorAhead",
      (SELECT count(*)::int FROM appointments a
        WHERE a.patient_id = p.id AND ${isAhead(now)}) AS "patientAhead",
      ph.name AS "pharmacyName", ps.is_owner IS TRUE AS "isOwner"
    FROM users u
    LEFT JOIN admins ad ON ad.user_id = u.id
    LEFT JOIN doctors d ON d.user_id = u.id
    LEFT JOIN patients p ON p.user_id = u.id
    LEFT JOIN pharmacy_staff ps ON ps.user_id = u.id AND ps.date_left IS NULL
    LEFT JOIN pharmacies ph ON ph.id = ps.pharmacy_id
    WHERE u.id = ${userId}::uuid`);
  return rows[0] ? personRow.parse(rows[0]) : null;
}

/** Whose address this is, in whatever case it is typed. */
export async function findByEmail(db: Db, email: string): Promise<UserId | null> {
  const rows = await db.$queryRaw<{ id: UserId }[]>(Prisma.sql`
    SELECT id FROM users WHERE lower(email) = lower(${email.trim()})`);
  return rows[0]?.id ?? null;
}

const switchRow = z.object({
  at: instant,
  by: z.string().nullable(),
  reason: z.string().nullable(),
});

/** When, by whom and why somebody was last switched off, by the record; null where that never was. */
export async function findSwitchOff(
  db: Db,
  userId: UserId,
): Promise<z.infer<typeof switchRow> | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT e.at, u.full_name AS by, e.details->>'reason' AS reason
    FROM audit_log e LEFT JOIN users u ON u.id = e.actor_user_id
    WHERE e.subject_type = 'user' AND e.subject_id = ${userId}::uuid AND e.action = 'user.deactivate'
    ORDER BY e.id DESC LIMIT 1`);
  return rows[0] ? switchRow.parse(rows[0]) : null;
}

/**
 * Keeps a doctor as they are, in the order of a booking: their associations, then their own row. To
 * be called before the person is locked. Nothing for anyone else.
 */
export async function lockDoctorOf(tx: Tx, userId: UserId): Promise<void> {
  const doctor = await tx.doctor.findUnique({ where: { userId }, select: { id: true } });
  if (!doctor) return;
  await lockDoctorAssociations(tx, doctor.id as DoctorId);
  await tx.$queryRaw`SELECT 1 FROM doctors WHERE id = ${doctor.id}::uuid FOR NO KEY UPDATE`;
}

/** Keeps a patient's profile: a booking under way has either been written or waits. */
export async function lockPatientOf(tx: Tx, userId: UserId): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM patients WHERE user_id = ${userId}::uuid FOR UPDATE`;
}

/** Violates `admins_last_super_admin` where nobody of that level would be left. */
export async function saveActive(tx: Tx, userId: UserId, isActive: boolean): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { isActive } });
}

/**
 * Writes the role, and whether they still have to say who they are: a patient without a profile has.
 * Violates `admins_last_super_admin`, as above.
 */
export async function saveRole(tx: Tx, userId: UserId, role: Role): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE users u SET role = ${role}, is_onboarded = ${role} <> 'patient'
      OR EXISTS (SELECT 1 FROM patients p WHERE p.user_id = u.id)
    WHERE u.id = ${userId}::uuid`);
}

const todayThere = (now: Instant) =>
  Prisma.sql`(${toDate(now)}::timestamptz AT TIME ZONE p.timezone)::date`;

/** Says that somebody has left their pharmacy, on its own today. */
export async function leavePharmacy(tx: Tx, userId: UserId, now: Instant): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE pharmacy_staff s SET date_left = ${todayThere(now)}
    FROM pharmacies p WHERE p.id = s.pharmacy_id AND s.user_id = ${userId}::uuid
      AND s.date_left IS NULL`);
}

/** Makes somebody one of a pharmacy's staff, from its own today on. False for an unknown or closed one. */
export async function joinPharmacy(
  tx: Tx,
  userId: UserId,
  pharmacyId: string,
  now: Instant,
): Promise<boolean> {
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO pharmacy_staff (user_id, pharmacy_id, date_joined)
    SELECT ${userId}::uuid, p.id, ${todayThere(now)} FROM pharmacies p
    WHERE p.id = ${pharmacyId}::uuid AND p.is_active IS NOT FALSE
    ON CONFLICT (user_id) DO UPDATE SET pharmacy_id = EXCLUDED.pharmacy_id,
      date_joined = EXCLUDED.date_joined, date_left = NULL, is_owner = FALSE,
      is_primary_contact = FALSE, position = 'staff', permissions = NULL`);
  return written > 0;
}
