import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Grants } from "@/lib/rights";
import { fromDate } from "@/lib/time/instant";
import { readGrants } from "@/server/actor";
import type { Db, Tx } from "@/server/db";
import type { Standing } from "./policy";
import { tidyGrants } from "./rules";
import { administratorPageSize } from "./schema";

const userId = z.guid().transform((id) => id as UserId);

const grantColumns = {
  access_level: z.string().nullable(),
  permissions: z.unknown(),
  allowed_modules: z.unknown(),
};

const administratorRow = z
  .object({
    ...grantColumns,
    userId,
    name: z.string(),
    email: z.string(),
    isEmailVerified: z.boolean(),
    isActive: z.boolean(),
    department: z.string(),
    jobTitle: z.string(),
    revision: z.int(),
    loginCount: z.int(),
    lastLoginAt: z.date().transform(fromDate).nullable(),
    lastLoginIp: z.string().nullable(),
  })
  .transform(({ access_level, permissions, allowed_modules, ...facts }) => ({
    ...facts,
    grants: readGrants({ access_level, permissions, allowed_modules }),
  }));

/** An administrator, as those who may see administrators see them. */
export type Administrator = z.infer<typeof administratorRow>;

const columns = Prisma.sql`u.id AS "userId", coalesce(u.full_name, '') AS name, u.email,
  u.email_verified IS TRUE AS "isEmailVerified", u.is_active IS TRUE AS "isActive", coalesce(a.department, '') AS department,
  coalesce(a.job_title, '') AS "jobTitle", a.revision, coalesce(a.login_count, 0) AS "loginCount",
  u.last_login_at AS "lastLoginAt", a.last_login_ip AS "lastLoginIp", a.access_level, a.permissions,
  a.allowed_modules`;
const tables = Prisma.sql`admins a JOIN users u ON u.id = a.user_id AND u.role = 'admin'`;

/** A page of administrators by name, from the one that follows `after` on; `next` is a user's id. */
export async function listAdministrators(
  db: Db,
  { after }: { after?: string | undefined },
): Promise<{ administrators: Administrator[]; next: string | null }> {
  const name = Prisma.sql`coalesce(u.full_name, '')`;
  const isAfter = after
    ? Prisma.sql`(${name}, u.id) >
        (SELECT coalesce(full_name, ''), id FROM users WHERE id = ${after}::uuid)`
    : Prisma.sql`true`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM ${tables} WHERE ${isAfter}
    ORDER BY ${name}, u.id LIMIT ${administratorPageSize + 1}`);
  const administrators = z.array(administratorRow).parse(rows.slice(0, administratorPageSize));
  const hasMore = rows.length > administratorPageSize;
  return { administrators, next: hasMore ? (administrators.at(-1)?.userId ?? null) : null };
}

/** Null for anyone who is no administrator. */
export async function findAdministrator(db: Db, id: UserId): Promise<Administrator | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM ${tables} WHERE u.id = ${id}::uuid`);
  return rows[0] ? administratorRow.parse(rows[0]) : null;
}

const standingRow = z
  .object({ ...grantColumns, userId, role: z.string(), isActive: z.boolean() })
  .transform(({ userId: id, role, isActive, ...row }) => ({
    userId: id,
    isActive,
    grants: role === "admin" ? readGrants(row) : null,
  }));

/**
 * Keeps these people as they are until the transaction ends, in the order of their ids, and reads in
 * the next statement what they then may do. Whoever changes anyone's role, activity or rights does
 * this first, with themselves among them. Unknown people are left out.
 */
export async function lockStandings(tx: Tx, ids: readonly UserId[]): Promise<Standing[]> {
  const isOne = Prisma.sql`u.id = ANY(${[...ids]}::uuid[])`;
  await tx.$queryRaw(Prisma.sql`
    SELECT 1 FROM users u WHERE ${isOne} ORDER BY u.id FOR NO KEY UPDATE`);
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT u.id AS "userId", u.role, u.is_active IS TRUE AS "isActive", a.access_level,
      a.permissions, a.allowed_modules
    FROM users u LEFT JOIN admins a ON a.user_id = u.id WHERE ${isOne}`);
  return z.array(standingRow).parse(rows);
}

type Grantable = { grants: Grants; department: string; jobTitle: string };

/** Violates `admins_last_super_admin` where nobody of that level would be left. */
export async function saveGrants(
  tx: Tx,
  id: UserId,
  { grants, department, jobTitle }: Grantable,
): Promise<void> {
  const { accessLevel, permissions, allowedModules } = tidyGrants(grants);
  const isPlain = permissions.grant.length === 0 && permissions.deny.length === 0;
  await tx.$executeRaw(Prisma.sql`
    UPDATE admins SET access_level = ${accessLevel}, department = ${department || null},
      job_title = ${jobTitle || null},
      permissions = ${isPlain ? null : JSON.stringify(permissions)}::jsonb,
      allowed_modules = ${allowedModules && JSON.stringify(allowedModules)}::jsonb
    WHERE user_id = ${id}::uuid`);
}

/**
 * Makes somebody's row as an administrator, or strips the one they have, of everything: without a
 * level nothing is allowed. How often and from where they signed in stays.
 */
export async function resetAdministrator(
  tx: Tx,
  id: UserId,
  level: "standard" | Grants["accessLevel"] = "standard",
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO admins (user_id, access_level) VALUES (${id}::uuid, ${level})
    ON CONFLICT (user_id) DO UPDATE SET access_level = EXCLUDED.access_level, permissions = NULL,
      allowed_modules = NULL`);
}
