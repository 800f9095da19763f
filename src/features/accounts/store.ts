import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { type Instant, toDate } from "@/lib/time/instant";
import { fromDateColumn } from "@/lib/time/plain-date";
import type { Db, Tx } from "@/server/db";
import type { Identity } from "@/server/ports/identity";
import type { Onboarding } from "./schema";

const accountRow = z.object({
  id: z.guid().transform((id) => id as UserId),
  role: z.enum(["patient", "doctor", "admin", "pharmacy"]),
  firebase_uid: z.string(),
  email: z.string(),
  is_active: z.boolean(),
  is_email_verified: z.boolean(),
  is_new: z.boolean(),
});

export type Account = z.infer<typeof accountRow>;

/**
 * Makes the account of this identity, a patient's at first, or brings it up to date. An imported
 * account that nobody has signed in to yet becomes theirs, once the identity service has confirmed
 * that the address is. One statement, so that two first sign-ins at once make one account. Violates
 * `users_email_key` where the address belongs to another identity, or to an import and is not
 * confirmed.
 */
export async function upsertAccount(
  tx: Tx,
  identity: Identity & { email: string },
  at: Instant,
): Promise<Account> {
  const { uid, email, isEmailVerified, photoUrl } = identity;
  const name = identity.name?.slice(0, 255) ?? null;
  const account = Prisma.sql`id, role, firebase_uid, email, is_active IS TRUE AS is_active,
    email_verified IS TRUE AS is_email_verified`;
  const rows = await tx.$queryRaw(Prisma.sql`
    WITH claimed AS (
      UPDATE users SET firebase_uid = ${uid}, email_verified = TRUE, last_login_at = ${toDate(at)},
        full_name = coalesce(full_name, ${name}), photo_url = coalesce(photo_url, ${photoUrl})
      WHERE email = ${email} AND firebase_uid LIKE 'import:%' AND ${isEmailVerified}
        AND NOT EXISTS (SELECT 1 FROM users WHERE firebase_uid = ${uid})
      RETURNING ${account}, TRUE AS is_new
    ), made AS (
      INSERT INTO users (firebase_uid, email, email_verified, full_name, photo_url, last_login_at)
      SELECT ${uid}, ${email}, ${isEmailVerified}, ${name}, ${photoUrl}, ${toDate(at)}
      WHERE NOT EXISTS (SELECT 1 FROM claimed)
      ON CONFLICT (firebase_uid) DO UPDATE SET
        email = EXCLUDED.email, email_verified = EXCLUDED.email_verified,
        last_login_at = EXCLUDED.last_login_at,
        full_name = coalesce(users.full_name, EXCLUDED.full_name),
        photo_url = coalesce(users.photo_url, EXCLUDED.photo_url)
      RETURNING ${account}, xmax = 0 AS is_new
    )
    SELECT * FROM claimed UNION ALL SELECT * FROM made`);
  return accountRow.parse((rows as unknown[])[0]);
}

/** Whether an imported account that nobody has signed in to yet has this address. */
export async function isImported(db: Db, email: string): Promise<boolean> {
  const firebaseUid = { startsWith: "import:" };
  return (await db.user.count({ where: { email, firebaseUid } })) > 0;
}

/** Keeps that an administrator has signed in once more, and from where; null where that is not known. */
export async function countSignIn(tx: Tx, userId: UserId, address: string | null): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE admins SET login_count = coalesce(login_count, 0) + 1, last_login_ip = ${address}
    WHERE user_id = ${userId}::uuid`);
}

/** The account, locked until the transaction ends, so that its profile is written by one at a time. */
export async function lockAccount(tx: Tx, userId: UserId): Promise<Account | null> {
  const rows = await tx.$queryRaw(Prisma.sql`
    SELECT id, role, firebase_uid, email, is_active IS TRUE AS is_active,
      email_verified IS TRUE AS is_email_verified, false AS is_new
    FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`);
  return accountRow.optional().parse((rows as unknown[])[0]) ?? null;
}

/** Takes over what the identity service says about the address. Violates `users_email_key` as above. */
export async function saveEmail(
  tx: Tx,
  userId: UserId,
  email: string,
  isVerified: boolean,
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { email, emailVerified: isVerified } });
}

export type PersonFacts = Pick<Onboarding, "givenName" | "familyName" | "phone">;

export async function savePerson(tx: Tx, userId: UserId, person: PersonFacts): Promise<void> {
  const { givenName, familyName, phone } = person;
  const fullName = `${givenName} ${familyName}`;
  await tx.user.update({
    where: { id: userId },
    data: { givenName, familyName, fullName, phone: phone || null },
  });
}

export async function markOnboarded(tx: Tx, userId: UserId): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { isOnboarded: true } });
}

export type PatientFacts = Omit<Onboarding, keyof PersonFacts>;

/** Writes the given facts of a patient's profile, making it where there is none yet. */
export async function savePatient(
  tx: Tx,
  userId: UserId,
  facts: Partial<PatientFacts>,
): Promise<string> {
  const { dateOfBirth, allergies, chronicConditions, ...texts } = facts;
  const data = {
    ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text || null])),
    ...(dateOfBirth && { dateOfBirth: new Date(`${dateOfBirth}T00:00:00Z`) }),
    ...(allergies && { allergies }),
    ...(chronicConditions && { chronicConditions }),
  };
  const row = await tx.patient.upsert({
    where: { userId },
    create: { userId, ...data },
    update: data,
    select: { id: true },
  });
  return row.id;
}

/** All that a person has told us about themselves; answers never given are "". */
export type Profile = Onboarding;

/** Everything the account pages show and edit. For the person themselves only. */
export async function getProfile(db: Db, userId: UserId): Promise<Profile> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { givenName: true, familyName: true, phone: true, patient: true },
  });
  const patient = user.patient;
  return {
    givenName: user.givenName ?? "",
    familyName: user.familyName ?? "",
    phone: user.phone ?? "",
    dateOfBirth: patient?.dateOfBirth ? fromDateColumn(patient.dateOfBirth).toString() : "",
    gender: (patient?.gender ?? "") as Profile["gender"],
    bloodGroup: (patient?.bloodGroup ?? "") as Profile["bloodGroup"],
    allergies: patient?.allergies ?? [],
    chronicConditions: patient?.chronicConditions ?? [],
    emergencyContactName: patient?.emergencyContactName ?? "",
    emergencyContactPhone: patient?.emergencyContactPhone ?? "",
    emergencyContactRelationship: patient?.emergencyContactRelationship ?? "",
    insuranceProvider: patient?.insuranceProvider ?? "",
    insurancePolicyNumber: patient?.insurancePolicyNumber ?? "",
    address: patient?.address ?? "",
    city: patient?.city ?? "",
    state: patient?.state ?? "",
    postalCode: patient?.postalCode ?? "",
    country: patient?.country ?? "",
  };
}
