import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Prisma, RefreshToken } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";
import { createUser } from "./user";

export type SessionOverrides = Overrides<Prisma.RefreshTokenCreateManyInput>;

const THIRTY_DAYS = 30 * 86_400_000;

/** A sign-in that stands for thirty days of the real clock, by which sessions always go. */
export function sessionRow(overrides: SessionOverrides & { userId: string }) {
  return {
    id: randomUUID(),
    token: createHash("sha256").update(randomBytes(32)).digest("hex"),
    familyId: randomUUID(),
    expiresAt: new Date(Date.now() + THIRTY_DAYS),
    ...overrides,
  } satisfies Prisma.RefreshTokenCreateManyInput;
}

/** A sign-in, and the person unless `userId` names one: `{userId, familyId}` is a session's claim. */
export async function createSession(
  db: Db,
  overrides: SessionOverrides = {},
): Promise<RefreshToken> {
  const userId = overrides.userId ?? (await createUser(db)).id;
  return db.refreshToken.create({ data: sessionRow({ ...overrides, userId }) });
}
