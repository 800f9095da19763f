import { z } from "zod";
import { readHours } from "@/features/clinics/hours";
import { writeTemplate } from "@/features/schedules/template";
import { Prisma } from "@/generated/prisma/client";
import { parsePoint } from "@/lib/geo";
import type { UserId } from "@/lib/ids";
import type { Db, Tx } from "@/server/db";
import { writePosition } from "./rules";
import type { ClinicAnswers } from "./schema";
import { clinicStatuses } from "./schema-names";

const text = z
  .string()
  .nullable()
  .transform((value) => value ?? "");
const contact = z.string().catch("");

const row = z.object({
  id: z.guid(),
  revision: z.int(),
  status: z.enum(clinicStatuses),
  mergedInto: z.guid().nullable(),
  proposedBy: z
    .guid()
    .transform((id) => id as UserId)
    .nullable(),
  name: z.string(),
  slug: z.string(),
  description: text,
  contacts: z.object({ phone: contact, email: contact, website: contact }).nullable().catch(null),
  address: text,
  city: text,
  country: text,
  currency: z.string(),
  timezone: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  openingHours: z.unknown(),
  services: z.array(z.string()),
  amenities: z.array(z.string()),
  insurance: z.array(z.string()),
});

/** A clinic as an administrator edits it, in any state. */
export type StoredClinic = Pick<
  z.infer<typeof row>,
  "id" | "revision" | "status" | "mergedInto" | "proposedBy"
> & {
  facts: ClinicAnswers;
  /** Hours as they were written, where no week says them. */
  hoursAsWritten: string | null;
};

const columns = Prisma.sql`id, revision, status, merged_into AS "mergedInto",
  proposed_by AS "proposedBy", name, slug, description, contacts, address, city, country, currency,
  timezone, latitude::float8 AS latitude, longitude::float8 AS longitude,
  opening_hours AS "openingHours", coalesce(services, '{}') AS services,
  coalesce(amenities, '{}') AS amenities, coalesce(insurance_accepted, '{}') AS insurance`;

function read(raw: unknown): StoredClinic {
  const parsed = row.parse(raw);
  const { id, revision, status, mergedInto, proposedBy, ...rest } = parsed;
  const { contacts, latitude, longitude, openingHours, ...facts } = rest;
  const hours = readHours(openingHours);
  return {
    id,
    revision,
    status,
    mergedInto,
    proposedBy,
    hoursAsWritten: hours && "text" in hours ? hours.text : null,
    facts: {
      ...facts,
      phone: contacts?.phone ?? "",
      email: contacts?.email ?? "",
      website: contacts?.website ?? "",
      position:
        latitude === null || longitude === null ? "" : writePosition({ latitude, longitude }),
      hours: hours && "week" in hours ? writeTemplate(hours.week) : {},
    },
  };
}

/** Null for an unknown one. */
export async function findClinicFacts(db: Db, clinicId: string): Promise<StoredClinic | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM clinics WHERE id = ${clinicId}::uuid`);
  return rows[0] ? read(rows[0]) : null;
}

/**
 * Clinics as they stay until the transaction ends, in the order of their ids. Nobody begins at one of
 * them meanwhile.
 */
export async function lockClinics(tx: Tx, clinicIds: readonly string[]): Promise<StoredClinic[]> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columns} FROM clinics WHERE id = ANY(${clinicIds}::uuid[]) ORDER BY id FOR UPDATE`);
  return rows.map(read);
}

/** `hours` undefined leaves those that are there as they are written. */
type Written = Omit<ClinicAnswers, "hours"> & { hours?: ClinicAnswers["hours"] };

function assignments(answers: Written) {
  const { phone, email, website, hours } = answers;
  // One from before there were positions may still have none.
  const { latitude = null, longitude = null } = parsePoint(answers.position) ?? {};
  const contacts = {
    ...(phone && { phone }),
    ...(email && { email }),
    ...(website && { website }),
  };
  const week = hours && Object.keys(hours).length > 0 ? JSON.stringify(hours) : null;
  return { ...answers, latitude, longitude, contacts: JSON.stringify(contacts), week };
}

/** An open clinic. Its slug may break `clinics_slug_key`. */
export async function insertClinic(tx: Tx, answers: ClinicAnswers): Promise<string> {
  const now = assignments(answers);
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO clinics (name, slug, description, contacts, address, city, country, currency,
      timezone, latitude, longitude, opening_hours, services, amenities, insurance_accepted)
    VALUES (${now.name}, ${now.slug}, ${now.description || null}, ${now.contacts}::jsonb,
      ${now.address}, ${now.city}, ${now.country}, ${now.currency}, ${now.timezone},
      ${now.latitude}, ${now.longitude}, ${now.week}::jsonb, ${now.services}::text[],
      ${now.amenities}::text[], ${now.insurance}::text[])
    RETURNING id`);
  return (rows[0] as { id: string }).id;
}

/** Every fact of a clinic; gives its new revision. What stands among its contacts besides stays. */
export async function updateClinicFacts(
  tx: Tx,
  clinicId: string,
  answers: Written,
): Promise<number> {
  const now = assignments(answers);
  const rows = await tx.$queryRaw<{ revision: number }[]>(Prisma.sql`
    UPDATE clinics SET name = ${now.name}, slug = ${now.slug},
      description = ${now.description || null},
      contacts = coalesce(contacts, '{}') - '{phone,email,website}'::text[] || ${now.contacts}::jsonb,
      address = ${now.address || null}, city = ${now.city || null},
      country = ${now.country || null},
      currency = ${now.currency}, timezone = ${now.timezone},
      latitude = ${now.latitude}, longitude = ${now.longitude},
      opening_hours = ${answers.hours ? Prisma.sql`${now.week}::jsonb` : Prisma.sql`opening_hours`},
      services = ${now.services}::text[], amenities = ${now.amenities}::text[],
      insurance_accepted = ${now.insurance}::text[]
    WHERE id = ${clinicId}::uuid RETURNING revision`);
  return (rows[0] as { revision: number }).revision;
}

/** Whether any doctor works at a clinic, or has. */
export async function hasAssociations(tx: Tx, clinicId: string): Promise<boolean> {
  return (await tx.doctorClinic.count({ where: { clinicId }, take: 1 })) > 0;
}

export async function updateStatus(tx: Tx, clinicId: string, status: string): Promise<void> {
  await tx.clinic.update({ where: { id: clinicId }, data: { status } });
}
