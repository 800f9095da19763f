import { z } from "zod";
import { line, personSchema } from "@/features/accounts/schema";
import {
  beginSchema,
  bioSchema,
  experienceSchema,
  licenceSchema,
  visitsSchema,
} from "@/features/applications/schema";
import { clinicFacts, pharmacyFacts } from "@/features/registry/form-schema";
import { countryCodes } from "@/lib/countries";
import { slugSchema } from "@/lib/ids";
import { isZone } from "@/lib/time/zone";
import { type Column, day, list, number, text, word, yesNo } from "./column";
import type { Kind } from "./kinds";
import { readHoursCell } from "./pharmacy-hours";

/** The columns of a kind: what a file may say, and what it is only told. */
export type Sheet = {
  kind: Kind;
  columns: readonly Column[];
  /** Exported so that one sees it; a file that says it is not listened to. */
  informative: readonly string[];
  /** Any one of these says which one a row is about. */
  keys: readonly string[];
};

const needed = (name: string, read: Column["read"]): Column => ({ name, read, isNeeded: true });
const optional = (name: string, read: Column["read"]): Column => ({ name, read, isNeeded: false });

const email = text(z.string().toLowerCase().max(255).pipe(z.email()));
const degrees = (most: number) => number(z.number().min(-most).max(most), most);
const zone = text(z.string().max(64).refine(isZone, "zone"));
const currency = text(z.string().toUpperCase().pipe(clinicFacts.shape.currency));
const country = word(countryCodes);
const expiry = day(licenceSchema.shape.licenseExpiresOn);

const doctors: Sheet = {
  kind: "doctors",
  keys: ["license_number", "email"],
  informative: ["slug", "is_verified", "is_active"],
  columns: [
    needed("email", email),
    needed("given_name", text(personSchema.shape.givenName)),
    needed("family_name", text(personSchema.shape.familyName)),
    optional("phone", text(personSchema.shape.phone)),
    needed("specialization", word(beginSchema.shape.specialization.options)),
    optional("sub_specialization", text(beginSchema.shape.subSpecialization)),
    needed("license_number", text(licenceSchema.shape.licenseNumber)),
    needed("license_authority", text(licenceSchema.shape.licenseAuthority)),
    needed("license_country", country),
    needed("license_expires_on", expiry),
    optional("medical_council_registration", text(licenceSchema.shape.medicalCouncilRegistration)),
    optional("qualification", text(experienceSchema.shape.qualification)),
    optional("experience_years", number(experienceSchema.shape.experienceYears, 75)),
    optional("languages_spoken", list(experienceSchema.shape.languagesSpoken)),
    optional("consultation_fee", number(visitsSchema.shape.consultationFee, 10_000_000)),
    optional(
      "consultation_duration_minutes",
      number(visitsSchema.shape.consultationDurationMinutes, 480),
    ),
    optional("bio", text(bioSchema.shape.bio)),
  ],
};

const id = optional("id", text(z.guid().toLowerCase()));
const slug = optional(
  "slug",
  text(z.string().refine((slug) => slugSchema.safeParse(slug).success, "slug")),
);

const clinic = clinicFacts.shape;
const clinics: Sheet = {
  kind: "clinics",
  keys: ["id", "slug"],
  // Closing one has consequences that its own page shows, and its doctors are told.
  informative: ["status"],
  columns: [
    id,
    slug,
    needed("name", text(clinic.name)),
    optional("description", text(clinic.description)),
    optional("phone", text(clinic.phone)),
    optional("email", text(clinic.email)),
    optional("website", text(clinic.website)),
    needed("address", text(clinic.address)),
    needed("city", text(clinic.city)),
    needed("country", country),
    needed("latitude", degrees(90)),
    needed("longitude", degrees(180)),
    optional("timezone", zone),
    needed("currency", currency),
    optional("opening_hours", text(line(500))),
    optional("services", list(clinic.services)),
    optional("amenities", list(clinic.amenities)),
    optional("insurance_accepted", list(clinic.insurance)),
  ],
};

const pharmacy = pharmacyFacts.shape;
const isHours = (cell: string) => readHoursCell(cell) !== null;
const pharmacies: Sheet = {
  kind: "pharmacies",
  keys: ["id", "slug"],
  informative: ["is_verified"],
  columns: [
    id,
    slug,
    needed("name", text(pharmacy.name)),
    optional("description", text(pharmacy.description)),
    optional("address", text(pharmacy.address)),
    optional("city", text(pharmacy.city)),
    optional("country", country),
    needed("latitude", degrees(90)),
    needed("longitude", degrees(180)),
    optional("timezone", zone),
    optional("phone", text(pharmacy.phone)),
    optional("email", text(pharmacy.email)),
    optional("website", text(pharmacy.website)),
    optional("opening_hours", text(line(2000).refine(isHours, "openingHours"))),
    optional("services", list(pharmacy.services)),
    optional("supports_delivery", yesNo),
    optional("delivery_radius_km", number(z.number().min(0.1).max(100).multipleOf(0.01), 100)),
    optional("accepts_insurance", yesNo),
    optional("insurance_providers", list(pharmacy.insurance)),
    optional("is_active", yesNo),
    optional("license_number", text(pharmacy.licenseNumber)),
    optional("license_authority", text(pharmacy.licenseAuthority)),
    optional("license_country", country),
    optional("license_expires_on", expiry),
  ],
};

export const sheets: Readonly<Record<Kind, Sheet>> = { doctors, clinics, pharmacies };

/** What a file of a kind has above its columns, in the order of an export. */
export function headerOf({ columns, informative }: Sheet): string[] {
  return [...columns.map(({ name }) => name), ...informative];
}
