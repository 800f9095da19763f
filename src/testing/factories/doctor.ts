import { randomUUID } from "node:crypto";
import type { Doctor, Prisma, User } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";
import { createUser, type UserOverrides } from "./user";

export type DoctorOverrides = Overrides<Prisma.DoctorCreateManyInput>;

/** A verified doctor whose licence lasts; listed once the person is active. */
export function doctorRow(overrides: DoctorOverrides & { userId: string }) {
  const id = overrides.id ?? randomUUID();
  return {
    id,
    slug: `doctor-${id}`,
    licenseNumber: `LICENCE-${id}`,
    specialization: "Family medicine",
    isVerified: true,
    verifiedAt: overrides.isVerified === false ? null : new Date("2020-01-01T00:00:00Z"),
    ...overrides,
  } satisfies Prisma.DoctorCreateManyInput;
}

/** A doctor, and the person unless `userId` names one. */
export async function createDoctor(
  db: Db,
  { user, ...overrides }: DoctorOverrides & { user?: UserOverrides } = {},
): Promise<Doctor & { user: User }> {
  const userId = overrides.userId ?? (await createUser(db, { role: "doctor", ...user })).id;
  return db.doctor.create({ data: doctorRow({ ...overrides, userId }), include: { user: true } });
}
