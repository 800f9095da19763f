import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { DoctorId, PatientId, PractisingDoctorId, UserId, VerifiedDoctorId } from "@/lib/ids";
import {
  type AccessLevel,
  accessLevels,
  effectiveRights,
  type Grants,
  modules,
  type Right,
  rights,
} from "@/lib/rights";
import { readStaffRights, type StaffPosition, type StaffRight } from "@/lib/staff-rights";
import { toDate } from "@/lib/time/instant";
import type { Db } from "./db";

/** Who is asking, with what was read about them from the database on this request. */
export type Actor = {
  userId: UserId;
  role: "patient" | "doctor" | "admin" | "pharmacy";
  name: string;
  email: string;
  isEmailVerified: boolean;
  isOnboarded: boolean;
  unreadMessages: number;
  patientId: PatientId | null;
  /** Of a doctor in any state, for what they prepare themselves; patients see nothing of it. */
  doctorId: DoctorId | null;
  /**
   * Null for a doctor who is not verified or whose licence has expired: a day later than by UTC, so
   * that its last day lasts to its end in every zone. Bookings go by the clinic's own date.
   */
  verifiedDoctorId: VerifiedDoctorId | null;
  /** The same without regard to the licence's end: whoever saw patients closes those visits. */
  practisingDoctorId: PractisingDoctorId | null;
  accessLevel: AccessLevel | null;
  /** Whose pharmacy they work at today, and what they may do there. */
  staff: Staff | null;
  /** What an administrator may do; nothing for anyone else. */
  rights: ReadonlySet<Right>;
};

/** Somebody of a pharmacy's staff. */
export type Staff = {
  pharmacyId: string;
  position: StaffPosition;
  rights: ReadonlySet<StaffRight>;
};

/** What a session cookie proves: which person, and which sign-in it came from. */
export type SessionClaim = { userId: string; familyId: string };

export type ActorAnswer =
  | { state: "anonymous" }
  | { state: "ended" }
  | { state: "deactivated" }
  | { state: "signed-in"; actor: Actor };

type Row = {
  id: UserId;
  role: Actor["role"];
  name: string;
  email: string;
  is_email_verified: boolean;
  is_onboarded: boolean;
  is_active: boolean;
  is_session_alive: boolean;
  unread: number;
  patient_id: PatientId | null;
  doctor_id: DoctorId | null;
  verified_doctor_id: VerifiedDoctorId | null;
  practising_doctor_id: PractisingDoctorId | null;
  access_level: string | null;
  permissions: unknown;
  allowed_modules: unknown;
  pharmacy_id: string | null;
  position: StaffPosition | null;
  staff_permissions: unknown;
};

const levelSchema = z.enum(accessLevels).nullable().catch(null);
const grantsSchema = z.object({
  permissions: z.object({
    grant: z.array(z.enum(rights)).default([]),
    deny: z.array(z.enum(rights)).default([]),
  }),
  allowedModules: z.array(z.enum(modules)).nullable(),
});

/** What the row of an administrator grants; null without a level, and where it cannot be read: nothing. */
export function readGrants(
  row: Pick<Row, "access_level" | "permissions" | "allowed_modules">,
): Grants | null {
  const accessLevel = levelSchema.parse(row.access_level);
  const grants = grantsSchema.safeParse({
    permissions: row.permissions ?? {},
    allowedModules: row.allowed_modules,
  });
  return accessLevel && grants.success ? { accessLevel, ...grants.data } : null;
}

/** What such a row lets its administrator do. */
export function rightsOf(
  accessLevel: string | null,
  row: Pick<Row, "permissions" | "allowed_modules">,
): ReadonlySet<Right> {
  const grants = readGrants({ ...row, access_level: accessLevel });
  return grants ? effectiveRights(grants) : new Set();
}

/**
 * Reads who is asking, in one statement. The cookie proves who; activity, role, licence and whether
 * the sign-in still stands are the database's word, on each request.
 */
export async function findActor(
  db: Db,
  claim: SessionClaim | null,
  now: Temporal.Instant,
): Promise<ActorAnswer> {
  if (!claim) return { state: "anonymous" };
  const realNow = new Date();
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT u.id, u.role, coalesce(u.full_name, '') AS name, u.email,
      u.email_verified IS TRUE AS is_email_verified, u.is_onboarded IS TRUE AS is_onboarded,
      u.is_active IS TRUE AS is_active,
      EXISTS (SELECT 1 FROM refresh_tokens r WHERE r.family_id = ${claim.familyId}::uuid
        AND r.user_id = u.id AND r.is_revoked IS NOT TRUE AND r.expires_at > ${realNow}) AS is_session_alive,
      (SELECT count(*)::int FROM notifications n
        WHERE n.user_id = u.id AND n.is_read IS NOT TRUE AND n.is_active IS TRUE) AS unread,
      p.id AS patient_id, own.id AS doctor_id, d.id AS verified_doctor_id,
      CASE WHEN own.is_verified AND own.suspended_at IS NULL THEN own.id END AS practising_doctor_id,
      a.access_level, a.permissions, a.allowed_modules,
      s.pharmacy_id, s.position, s.permissions AS staff_permissions
    FROM users u
    LEFT JOIN patients p ON p.user_id = u.id AND u.role = 'patient'
    LEFT JOIN doctors own ON own.user_id = u.id AND u.role = 'doctor'
    LEFT JOIN listed_doctors(${toDate(now)}::date - 1) d ON d.user_id = u.id
    LEFT JOIN admins a ON a.user_id = u.id AND u.role = 'admin'
    LEFT JOIN pharmacy_staff s ON s.user_id = u.id AND u.role = 'pharmacy' AND s.date_left IS NULL
    WHERE u.id = ${claim.userId}::uuid`);
  const row = rows[0];
  if (!row?.is_session_alive)
    return row && !row.is_active ? { state: "deactivated" } : { state: "ended" };
  if (!row.is_active) return { state: "deactivated" };
  return {
    state: "signed-in",
    actor: {
      userId: row.id,
      role: row.role,
      name: row.name,
      email: row.email,
      isEmailVerified: row.is_email_verified,
      isOnboarded: row.is_onboarded,
      unreadMessages: row.unread,
      patientId: row.patient_id,
      doctorId: row.doctor_id,
      verifiedDoctorId: row.verified_doctor_id,
      practisingDoctorId: row.practising_doctor_id,
      accessLevel: levelSchema.parse(row.access_level),
      staff: staffOf(row),
      rights: rightsOf(row.access_level, row),
    },
  };
}

function staffOf({ pharmacy_id, position, staff_permissions }: Row): Staff | null {
  if (!pharmacy_id || !position) return null;
  const rights = readStaffRights(position, staff_permissions);
  return { pharmacyId: pharmacy_id, position, rights };
}
