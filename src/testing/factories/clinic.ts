import { randomUUID } from "node:crypto";
import type { Clinic, Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";

export type ClinicOverrides = Overrides<Prisma.ClinicCreateManyInput>;

/** An open clinic in Chicago's Loop. */
export function clinicRow(overrides: ClinicOverrides = {}) {
  const id = overrides.id ?? randomUUID();
  return {
    id,
    name: "Example Clinic",
    slug: `clinic-${id}`,
    address: "100 N State St",
    city: "Chicago",
    country: "US",
    currency: "USD",
    timezone: "America/Chicago",
    latitude: 41.8833,
    longitude: -87.6278,
    status: "active",
    ...overrides,
  } satisfies Prisma.ClinicCreateManyInput;
}

export function createClinic(db: Db, overrides?: ClinicOverrides): Promise<Clinic> {
  return db.clinic.create({ data: clinicRow(overrides) });
}
