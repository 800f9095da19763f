import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { effectiveRights, type Right } from "@/lib/rights";
import { readGrants } from "@/server/actor";
import type { Db } from "@/server/db";

const reviewerRow = z.object({
  id: z.guid(),
  name: z.string(),
  access_level: z.string().nullable(),
  permissions: z.unknown(),
  allowed_modules: z.unknown(),
});
export type Reviewer = { id: string; name: string };

/** Active administrators who have a right, by name. */
export async function listReviewers(db: Db, right: Right): Promise<Reviewer[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT u.id, coalesce(u.full_name, u.email) AS name, a.access_level, a.permissions,
      a.allowed_modules
    FROM admins a JOIN users u ON u.id = a.user_id
    WHERE u.role = 'admin' AND u.is_active ORDER BY name, u.id`);
  return z
    .array(reviewerRow)
    .parse(rows)
    .filter((row) => {
      const grants = readGrants(row);
      return grants !== null && effectiveRights(grants).has(right);
    })
    .map(({ id, name }) => ({ id, name }));
}
