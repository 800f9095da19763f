import { randomUUID } from "node:crypto";
import { type OpeningHours, openingDays } from "@/features/opening-hours/schema";
import { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/server/db";
import type { Overrides } from "./overrides";

type PharmacyRow = {
  id: string;
  name: string;
  slug: string;
  description: string | null;
  latitude: number;
  longitude: number;
  address: string | null;
  city: string | null;
  country: string | null;
  timezone: string;
  phone: string | null;
  email: string | null;
  website: string | null;
  openingHours: OpeningHours | null;
  hoursConfirmedAt: Date | null;
  services: string[];
  supportsDelivery: boolean;
  deliveryRadiusKm: number | null;
  acceptsInsurance: boolean;
  insuranceProviders: string[];
  isVerified: boolean;
  verifiedAt: Date | null;
  isActive: boolean;
  createdAt: Date;
};

export type PharmacyOverrides = Overrides<PharmacyRow>;

/** A verified, active pharmacy in Chicago's Loop, open on weekdays. */
export function pharmacyRow(overrides: PharmacyOverrides = {}): PharmacyRow {
  const id = overrides.id ?? randomUUID();
  return {
    id,
    name: "Example Pharmacy",
    slug: `pharmacy-${id}`,
    description: null,
    latitude: 41.8833,
    longitude: -87.6278,
    address: "100 N State St",
    city: "Chicago",
    country: "US",
    timezone: "America/Chicago",
    phone: null,
    email: null,
    website: null,
    openingHours: {
      rules: [{ days: openingDays.slice(0, 5), windows: ["09:00-18:00"] }],
    },
    hoursConfirmedAt: null,
    services: [],
    supportsDelivery: false,
    deliveryRadiusKm: null,
    acceptsInsurance: false,
    insuranceProviders: [],
    isVerified: true,
    verifiedAt: overrides.isVerified === false ? null : new Date("2020-01-01T00:00:00Z"),
    isActive: true,
    createdAt: new Date("2020-01-01T00:00:00Z"),
    ...overrides,
  };
}

/** Writes pharmacies in one statement; Prisma cannot, since it does not know geography. */
export async function insertPharmacies(db: Db, rows: readonly PharmacyRow[]): Promise<void> {
  const values = rows.map(
    (row) => Prisma.sql`(${row.id}::uuid, ${row.name}, ${row.slug}, ${row.description},
      ST_SetSRID(ST_MakePoint(${row.longitude}::float8, ${row.latitude}::float8), 4326)::geography,
      ${row.address}, ${row.city}, ${row.country}, ${row.timezone}, ${row.phone}, ${row.email}, ${row.website},
      ${row.openingHours && JSON.stringify(row.openingHours)}::jsonb,
      ${row.hoursConfirmedAt?.toISOString() ?? null}::timestamptz,
      ${row.hoursConfirmedAt && "staff"}, ${row.services}::text[],
      ${row.supportsDelivery}, ${row.deliveryRadiusKm}::numeric, ${row.acceptsInsurance},
      ${row.insuranceProviders}::text[], ${row.isVerified},
      ${row.verifiedAt?.toISOString() ?? null}::timestamp, ${row.isActive},
      ${row.createdAt.toISOString()}::timestamp)`,
  );
  await db.$executeRaw(Prisma.sql`
    INSERT INTO pharmacies (id, name, slug, description, location, address, city, country, timezone,
      phone, email, website, opening_hours, hours_confirmed_at, hours_confirmed_as, services, supports_delivery, delivery_radius_km, accepts_insurance,
      insurance_providers, is_verified, verified_at, is_active, created_at)
    VALUES ${Prisma.join(values)}`);
}

export async function createPharmacy(db: Db, overrides?: PharmacyOverrides): Promise<PharmacyRow> {
  const row = pharmacyRow(overrides);
  await insertPharmacies(db, [row]);
  return row;
}
