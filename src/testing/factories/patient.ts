import { randomUUID } from "node:crypto";
import type { Patient, Prisma, User } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";
import { createUser, type UserOverrides } from "./user";

export type PatientOverrides = Overrides<Prisma.PatientCreateManyInput>;

export function patientRow(overrides: PatientOverrides = {}) {
  return {
    id: randomUUID(),
    dateOfBirth: new Date("1990-05-17"),
    ...overrides,
  } satisfies Prisma.PatientCreateManyInput;
}

/** A patient with a profile, and the person unless `userId` names one. */
export async function createPatient(
  db: Db,
  { user, ...overrides }: PatientOverrides & { user?: UserOverrides } = {},
): Promise<Patient & { user: User | null }> {
  const userId = overrides.userId ?? (await createUser(db, { role: "patient", ...user })).id;
  return db.patient.create({ data: patientRow({ ...overrides, userId }), include: { user: true } });
}
