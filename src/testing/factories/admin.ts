import { randomUUID } from "node:crypto";
import type { Admin, Prisma, User } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";
import { createUser, type UserOverrides } from "./user";

export type AdminOverrides = Overrides<Prisma.AdminCreateManyInput>;

/** The least of the administrators: level `support`. */
export function adminRow(overrides: AdminOverrides & { userId: string }) {
  return {
    id: randomUUID(),
    accessLevel: "support",
    ...overrides,
  } satisfies Prisma.AdminCreateManyInput;
}

/** An administrator, and the person unless `userId` names one. */
export async function createAdmin(
  db: Db,
  { user, ...overrides }: AdminOverrides & { user?: UserOverrides } = {},
): Promise<Admin & { user: User }> {
  const userId = overrides.userId ?? (await createUser(db, { role: "admin", ...user })).id;
  return db.admin.create({ data: adminRow({ ...overrides, userId }), include: { user: true } });
}
