import { randomUUID } from "node:crypto";
import type { PharmacyStaff, Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";
import { createPharmacy } from "./pharmacy";
import { createUser, type UserOverrides } from "./user";

export type PharmacyStaffOverrides = Overrides<Prisma.PharmacyStaffCreateManyInput>;

/** The owner of a pharmacy. */
export function pharmacyStaffRow(
  overrides: PharmacyStaffOverrides & { userId: string; pharmacyId: string },
) {
  return {
    id: randomUUID(),
    position: "owner",
    isOwner: true,
    isPrimaryContact: true,
    ...overrides,
  } satisfies Prisma.PharmacyStaffCreateManyInput;
}

/** A pharmacy's owner; the person and the pharmacy unless they are named. */
export async function createPharmacyStaff(
  db: Db,
  { user, ...overrides }: PharmacyStaffOverrides & { user?: UserOverrides } = {},
): Promise<PharmacyStaff> {
  const userId = overrides.userId ?? (await createUser(db, { role: "pharmacy", ...user })).id;
  const pharmacyId = overrides.pharmacyId ?? (await createPharmacy(db)).id;
  return db.pharmacyStaff.create({ data: pharmacyStaffRow({ ...overrides, userId, pharmacyId }) });
}
