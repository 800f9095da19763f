import { instantOf, parseInstant } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import type { ClinicAnswers, PharmacyAnswers } from "./schema";

export const db = testDatabase();
export const now = parseInstant("2026-10-28T15:00:00Z") ?? instantOf(0);

/** Calls as an administrator of some level. */
export async function asAdmin(accessLevel = "admin") {
  const { userId } = await createAdmin(db, { accessLevel });
  return callAs(db, userId, now);
}

const common = {
  name: "Lakeview Clinic",
  slug: "lakeview-clinic",
  description: "On the lake.",
  phone: "+1 312 555 0100",
  email: "desk@lakeview.example",
  website: "https://lakeview.example",
  address: "3200 N Clark St",
  city: "Chicago",
  country: "US",
  position: "41.94, -87.65",
  timezone: "America/Chicago",
  services: ["Vaccinations"],
  insurance: [],
};

export const clinicAnswers = (changes: Partial<ClinicAnswers> = {}): ClinicAnswers => ({
  ...common,
  currency: "USD",
  amenities: ["Lift"],
  hours: { monday: ["08:00-12:00", "22:00-02:00"] },
  ...changes,
});

export const pharmacyAnswers = (changes: Partial<PharmacyAnswers> = {}): PharmacyAnswers => ({
  ...common,
  name: "Lakeview Pharmacy",
  slug: "lakeview-pharmacy",
  isActive: true,
  supportsDelivery: true,
  deliveryRadiusKm: 4.5,
  acceptsInsurance: true,
  licenseNumber: "P-100",
  licenseAuthority: "State Board",
  licenseCountry: "US",
  licenseExpiresOn: "2028-01-31",
  ...changes,
});
