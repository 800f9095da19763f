import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { fromDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { roles } from "./rules";
import { type PeopleFilter, peoplePageSize } from "./schema";
import { containing, nameHas, personHas } from "./search-sql";

const instant = z.date().transform(fromDate);

const listedRow = z.object({
  userId: z.guid().transform((id) => id as UserId),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role: z.enum(roles),
  accessLevel: z.string().nullable(),
  isActive: z.boolean(),
  signedUpAt: instant,
  lastSignInAt: instant.nullable(),
});

/** Somebody in the list of people. */
export type ListedPerson = z.infer<typeof listedRow>;

/** The people that a filter leaves; for `listPeople`, and for the test of its plan. */
export function peopleWhere({ q, role, active }: PeopleFilter): Prisma.Sql {
  const conditions = [
    q ? personHas(q) : null,
    role ? Prisma.sql`u.role = ${role}` : null,
    active === "on" ? Prisma.sql`u.is_active IS TRUE` : null,
    active === "off" ? Prisma.sql`u.is_active IS NOT TRUE` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

/** A page of people, the newest first, from the one that follows `after` on; `next` is a user's id. */
export async function listPeople(
  db: Db,
  filter: PeopleFilter,
): Promise<{ people: ListedPerson[]; next: string | null }> {
  const isAfter = filter.after
    ? Prisma.sql`(u.created_at, u.id) <
        (SELECT created_at, id FROM users WHERE id = ${filter.after}::uuid)`
    : Prisma.sql`true`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT u.id AS "userId", coalesce(u.full_name, '') AS name, u.email, u.phone, u.role,
      CASE WHEN u.role = 'admin' THEN a.access_level END AS "accessLevel",
      u.is_active IS TRUE AS "isActive", u.created_at AS "signedUpAt",
      u.last_login_at AS "lastSignInAt"
    FROM users u LEFT JOIN admins a ON a.user_id = u.id
    WHERE ${peopleWhere(filter)} AND ${isAfter}
    ORDER BY u.created_at DESC, u.id DESC LIMIT ${peoplePageSize + 1}`);
  const people = z.array(listedRow).parse(rows.slice(0, peoplePageSize));
  return { people, next: rows.length > peoplePageSize ? (people.at(-1)?.userId ?? null) : null };
}

const pharmacyRow = z.object({ id: z.guid(), name: z.string(), place: z.string() });

/** Open pharmacies whose name has every word of the text, those that begin with it first; at most eight. */
export async function findPharmacies(db: Db, text: string): Promise<z.infer<typeof pharmacyRow>[]> {
  if (text === "") return [];
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT p.id, p.name, concat_ws(', ', p.address, p.city) AS place FROM pharmacies p
    WHERE p.is_active IS NOT FALSE AND ${nameHas(Prisma.sql`p.name`, text)}
    ORDER BY search_text(p.name) NOT LIKE search_text(${containing(text).slice(1)}), p.name, p.id
    LIMIT 8`);
  return z.array(pharmacyRow).parse(rows);
}
