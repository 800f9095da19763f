import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { currentAddress } from "@/server/asked-from";
import type { Tx } from "@/server/db";
import type { Kind } from "./kinds";

/** One row on its way into the database; `data` by the columns of its table. */
export type Staged = {
  row: number;
  id: string;
  isNew: boolean;
  data: Record<string, unknown>;
  /** Changed facts as they were and as they become, for the record. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/** A table of this transaction's own, gone with it. */
export async function createStage(tx: Tx): Promise<void> {
  await tx.$executeRaw`DROP TABLE IF EXISTS import_stage`;
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE import_stage (position INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id UUID NOT NULL, is_new BOOLEAN NOT NULL, data JSONB NOT NULL, before JSONB, after JSONB
    ) ON COMMIT DROP`;
}

export async function stage(tx: Tx, rows: readonly Staged[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO import_stage (id, is_new, data, before, after)
    SELECT id, "isNew", data, before, after
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS t("row" INT, id UUID, "isNew" BOOLEAN, data JSONB, before JSONB, after JSONB)
    ORDER BY "row"`;
}

/**
 * Holds what staged rows change, and nothing else, as it is until the transaction ends; to be read
 * again after that. The doctor before the account, as the doctor's own saving does.
 */
export async function lockChanged(tx: Tx, kind: Kind): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    SELECT 1 FROM ${Prisma.raw(kind)} WHERE id IN (SELECT id FROM import_stage WHERE NOT is_new)
    ORDER BY id FOR NO KEY UPDATE`);
  if (kind !== "doctors") return;
  await tx.$executeRaw`
    SELECT 1 FROM users
    WHERE id IN (SELECT (data->>'user_id')::uuid FROM import_stage WHERE NOT is_new)
    ORDER BY id FOR NO KEY UPDATE`;
}

type Table = { name: string; columns: readonly string[] };

const tables: Record<Kind, readonly Table[]> = {
  doctors: [
    { name: "users", columns: ["email", "given_name", "family_name", "full_name", "phone"] },
    {
      name: "doctors",
      columns: [
        "slug",
        "specialization",
        "sub_specialization",
        "license_number",
        "license_authority",
        "license_country",
        "license_expires_on",
        "medical_council_registration",
        "qualification",
        "experience_years",
        "languages_spoken",
        "consultation_fee",
        "consultation_duration_minutes",
        "bio",
      ],
    },
  ],
  clinics: [
    {
      name: "clinics",
      columns: [
        "slug",
        "name",
        "description",
        "contacts",
        "address",
        "city",
        "country",
        "latitude",
        "longitude",
        "timezone",
        "currency",
        "opening_hours",
        "services",
        "amenities",
        "insurance_accepted",
      ],
    },
  ],
  pharmacies: [
    {
      name: "pharmacies",
      columns: [
        "slug",
        "name",
        "description",
        "location",
        "address",
        "city",
        "country",
        "timezone",
        "phone",
        "email",
        "website",
        "opening_hours",
        "services",
        "supports_delivery",
        "delivery_radius_km",
        "accepts_insurance",
        "insurance_providers",
        "is_active",
        "license_number",
        "license_authority",
        "license_country",
        "license_expires_on",
      ],
    },
  ],
};

const listed = (columns: readonly string[], of = "") =>
  Prisma.raw(columns.map((column) => `${of}${column}`).join(", "));

/** What every new row of a table has besides what the file says. */
const given: Record<string, { columns: string; values: Prisma.Sql }> = {
  users: {
    columns: "id, firebase_uid, email_verified, role, is_onboarded",
    values: Prisma.sql`(s.data->>'user_id')::uuid, 'import:' || uuid_generate_v4(), FALSE, 'doctor', TRUE`,
  },
  doctors: { columns: "id, user_id", values: Prisma.sql`s.id, (s.data->>'user_id')::uuid` },
  clinics: { columns: "id", values: Prisma.sql`s.id` },
  pharmacies: { columns: "id", values: Prisma.sql`s.id` },
};

/** Those of a clinic's contacts that a row says, beside the others. */
const withContacts = Prisma.sql`s.data || CASE WHEN s.data ? 'contacts_said'
  THEN jsonb_build_object('contacts',
    jsonb_strip_nulls(coalesce(p.contacts, '{}') || (s.data->'contacts_said'))) ELSE '{}' END`;

const plain = Prisma.sql`s.data`;
const between = (first: number, last: number) =>
  Prisma.sql`s.position BETWEEN ${first} AND ${last}`;

/**
 * Writes the staged rows of some positions (from 1, both included). May violate a unique constraint
 * where somebody was faster.
 */
export async function writeStaged(tx: Tx, kind: Kind, first: number, last: number): Promise<void> {
  for (const { name, columns } of tables[kind]) {
    const table = Prisma.raw(name);
    const more = given[name];
    if (!more) continue;
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO ${table} (${Prisma.raw(more.columns)}, ${listed(columns)})
      SELECT ${more.values}, ${listed(columns, "r.")}
      FROM import_stage s, jsonb_populate_record(NULL::${table}, s.data) r
      WHERE s.is_new AND ${between(first, last)} ORDER BY s.position`);
    const id = name === "users" ? Prisma.sql`(s.data->>'user_id')::uuid` : Prisma.sql`s.id`;
    const said = Prisma.sql`s.data ?| ${[...columns, "contacts_said"]}::text[]`;
    await tx.$executeRaw(Prisma.sql`
      UPDATE ${table} p SET (${listed(columns)}) = (SELECT ${listed(columns, "r.")}
        FROM jsonb_populate_record(p, ${name === "clinics" ? withContacts : plain}) r)
      FROM import_stage s
      WHERE p.id = ${id} AND NOT s.is_new AND ${said} AND ${between(first, last)}`);
  }
}

/** An entry for each row that changed what was there, of one import. */
export async function recordChanges(
  tx: Tx,
  importId: string,
  actorUserId: UserId,
  subjectType: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO audit_log (actor_user_id, action, subject_type, subject_id, details, address)
    SELECT ${actorUserId}::uuid, ${`${subjectType}.import`}, ${subjectType}, s.id,
      jsonb_build_object('importId', ${importId}::text, 'before', s.before, 'after', s.after),
      ${currentAddress()}
    FROM import_stage s WHERE NOT s.is_new ORDER BY s.position`;
}
