import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Point } from "@/lib/geo";
import type { UserId } from "@/lib/ids";
import type { StaffPermissions, StaffPosition } from "@/lib/staff-rights";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import { pointSql, withinSql } from "@/server/spatial";
import type { JoinFacts } from "./rules";

const foundRow = z.object({
  id: z.guid(),
  name: z.string(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  /** Somebody owns it here already. */
  isRun: z.boolean(),
});
export type FoundPharmacy = z.infer<typeof foundRow>;

const found = Prisma.sql`p.id, p.name, p.address, p.city, EXISTS (SELECT 1 FROM pharmacy_staff s
  WHERE s.pharmacy_id = p.id AND s.is_owner AND s.date_left IS NULL) AS "isRun"`;
const mostFound = 20;

/** Listed pharmacies that have every word in name, address or town; best first, at most 20. */
export async function findPharmacies(db: Db, text: string): Promise<FoundPharmacy[]> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const holdsWord = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    return Prisma.sql`search_text(concat_ws(' ', p.name, p.address, p.city))
      LIKE search_text(${pattern})`;
  });
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${found} FROM pharmacies p WHERE p.is_listed AND ${Prisma.join(holdsWord, " AND ")}
    ORDER BY similarity(search_text(p.name), search_text(${text})) DESC, p.name, p.city, p.id
    LIMIT ${mostFound}`);
  return z.array(foundRow).parse(rows);
}

/** A listed pharmacy; null for any other. */
export async function findListed(db: Db, pharmacyId: string): Promise<FoundPharmacy | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${found} FROM pharmacies p WHERE p.id = ${pharmacyId}::uuid AND p.is_listed`);
  return rows[0] ? foundRow.parse(rows[0]) : null;
}

/** Listed pharmacies within 300 metres, or in the town, under nearly the same name; most alike first. */
export async function findAlike(
  db: Db,
  { name, city, ...there }: Record<"name" | "city", string> & Point,
): Promise<FoundPharmacy[]> {
  const isWithin = (metres: number) => withinSql(Prisma.sql`p.location`, pointSql(there), metres);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${found} FROM pharmacies p
    WHERE p.is_listed AND similarity(search_text(p.name), search_text(${name})) >= 0.4
      AND (search_text(p.city) = search_text(${city}) AND ${isWithin(10_000)}
        OR ${isWithin(300)})
    ORDER BY similarity(search_text(p.name), search_text(${name})) DESC, p.id LIMIT 5`);
  return z.array(foundRow).parse(rows);
}

const joinRow = z.object({
  role: z.enum(["patient", "doctor", "admin", "pharmacy"]),
  isActive: z.boolean(),
  email: z.string(),
  isEmailVerified: z.boolean(),
  isStaff: z.boolean(),
  patientAhead: z.int(),
});

/** What becoming one of a pharmacy's staff rests on; null for an unknown account. */
export async function findJoinFacts(
  db: Db,
  userId: UserId,
  now: Instant,
): Promise<JoinFacts | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT u.role, u.is_active IS TRUE AS "isActive", u.email,
      u.email_verified IS TRUE AS "isEmailVerified",
      EXISTS (SELECT 1 FROM pharmacy_staff s WHERE s.user_id = u.id AND s.date_left IS NULL
        AND u.role = 'pharmacy') AS "isStaff",
      (SELECT count(*)::int FROM appointments a JOIN patients p ON p.id = a.patient_id
        WHERE p.user_id = u.id AND a.starts_at > ${toDate(now)}
          AND a.status IN ('scheduled', 'confirmed')) AS "patientAhead"
    FROM users u WHERE u.id = ${userId}::uuid`);
  return rows[0] ? joinRow.parse(rows[0]) : null;
}

/** The same, as it stays: the account, then the patient's profile, so that no booking is under way. */
export async function lockJoinFacts(
  tx: Tx,
  userId: UserId,
  now: Instant,
): Promise<JoinFacts | null> {
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM patients WHERE user_id = ${userId}::uuid FOR UPDATE`;
  return findJoinFacts(tx, userId, now);
}

export type NewStaff = {
  userId: UserId;
  pharmacyId: string;
  position: StaffPosition;
  licenseNumber: string | null;
  permissions: StaffPermissions | null;
};

/** Makes an account one of a pharmacy's staff, from the pharmacy's own today on. */
export async function insertStaff(tx: Tx, staff: NewStaff, now: Instant): Promise<void> {
  const { userId, pharmacyId, position, licenseNumber } = staff;
  const permissions = staff.permissions && JSON.stringify(staff.permissions);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO pharmacy_staff (user_id, pharmacy_id, position, is_owner, license_number,
      permissions, date_joined)
    SELECT ${userId}::uuid, p.id, ${position}, ${position === "owner"}, ${licenseNumber},
      ${permissions}::jsonb, (${toDate(now)}::timestamptz AT TIME ZONE p.timezone)::date
    FROM pharmacies p WHERE p.id = ${pharmacyId}::uuid
    ON CONFLICT (user_id) DO UPDATE SET pharmacy_id = EXCLUDED.pharmacy_id,
      position = EXCLUDED.position, is_owner = EXCLUDED.is_owner, is_primary_contact = FALSE,
      license_number = coalesce(EXCLUDED.license_number, pharmacy_staff.license_number),
      permissions = EXCLUDED.permissions, date_joined = EXCLUDED.date_joined, date_left = NULL`);
  await tx.user.update({ where: { id: userId }, data: { role: "pharmacy", isOnboarded: true } });
}

/** Locks a pharmacy, so that its staff changes one after the other; its name, or null where it is gone. */
export async function lockPharmacyName(
  tx: Tx,
  pharmacyId: string,
): Promise<{ name: string; isListed: boolean; isActive: boolean } | null> {
  const rows = await tx.$queryRaw<
    { name: string; isListed: boolean; isActive: boolean }[]
  >(Prisma.sql`
    SELECT name, is_listed AS "isListed", is_active IS NOT FALSE AS "isActive" FROM pharmacies
    WHERE id = ${pharmacyId}::uuid FOR NO KEY UPDATE`);
  return rows[0] ?? null;
}
