import { randomUUID } from "node:crypto";
import type { Prisma, User } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";

export type UserOverrides = Overrides<Prisma.UserCreateManyInput>;

/** An active, onboarded person with a verified address; a patient unless told otherwise. */
export function userRow(overrides: UserOverrides = {}) {
  const id = overrides.id ?? randomUUID();
  const givenName = overrides.givenName ?? "Robin";
  const familyName = overrides.familyName ?? "Example";
  return {
    id,
    firebaseUid: `uid-${id}`,
    email: `${id}@test.medico24.example`,
    emailVerified: true,
    fullName: `${givenName} ${familyName}`,
    givenName,
    familyName,
    role: "patient",
    isActive: true,
    isOnboarded: true,
    ...overrides,
  } satisfies Prisma.UserCreateManyInput;
}

export function createUser(db: Db, overrides?: UserOverrides): Promise<User> {
  return db.user.create({ data: userRow(overrides) });
}
