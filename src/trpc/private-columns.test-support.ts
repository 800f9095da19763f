import { Prisma } from "@/generated/prisma/client";
import { testDatabase } from "@/testing/database";

/*
 * What of the database anyone may see. Every other column is private: its name is no key of a public
 * answer, and none of its values stands in one.
 */

const listed = "id IN (SELECT id FROM listed_doctors('2026-10-28'))";
const ofListed = "doctor_id IN (SELECT id FROM listed_doctors('2026-10-28'))";
const open = "status IS DISTINCT FROM 'proposed'";

type PublicColumns = { columns: string /** Of these rows only. */; of: string; why: string };

export const publicColumns: Record<string, PublicColumns> = {
  users: {
    columns: "full_name given_name family_name photo_url",
    of: "id IN (SELECT user_id FROM listed_doctors('2026-10-28'))",
    why: "a listed doctor is found by name",
  },
  doctors: {
    columns: "id slug specialization sub_specialization qualification bio languages_spoken",
    of: listed,
    why: "what patients choose a doctor by",
  },
  doctor_clinics: {
    columns: "id doctor_id clinic_id department designation available_time_slots available_days",
    of: ofListed,
    why: "where a listed doctor may be visited, and when",
  },
  clinics: {
    columns:
      "id slug name description contacts address opening_hours services amenities insurance_accepted city country currency timezone",
    of: open,
    why: "a clinic's own desk is on its sign",
  },
  pharmacies: {
    columns:
      "id slug name description address phone website opening_hours hours_as_written postal_code source services insurance_providers city country timezone",
    of: "is_listed",
    why: "a pharmacy's own counter is on its sign",
  },
  duty_districts: {
    columns: "name slug country timezone",
    of: "true",
    why: "whoever needs a pharmacy at night looks up who is on duty, by district",
  },
  public_holidays: {
    columns: "country day name",
    of: "true",
    why: "public holidays are in every calendar",
  },
  reviews: {
    columns: "id comment reply",
    of: "hidden_at IS NULL",
    why: "reviews are written to be read, without a name",
  },
};

/** Words of the product or the calendar: as values they tell of nobody; as keys they stay away. */
const words: Record<string, string> = {
  admins: "access_level permissions allowed_modules department",
  appointment_history: "from_status to_status",
  appointment_proposals: "status",
  appointments: "status payment_status timezone appointment_date origin",
  audit_log: "action subject_type",
  clinics: "status",
  doctor_clinics: "status start_date end_date",
  doctors: "license_country review_outcome",
  licence_renewals: "status",
  notifications: "device_token notification_type title",
  patients: "gender emergency_contact_relationship",
  pharmacies: "license_country review_outcome hours_confirmed_as",
  pharmacy_claims: "position status",
  pharmacy_invitations: "position permissions",
  pharmacy_staff: "position employment_type permissions",
  schedule_exceptions: "kind first_date last_date windows",
  users: "role",
};

/** Keys of public answers that happen to be called like a private column. */
export const harmlessKeys: Record<string, string> = {
  state: "whether a pharmacy is open",
  windows: "when a pharmacy is open on a day",
  status: "a clinic that is closed for a time says so",
  reason: "why there are no free times",
};

const split = (text: string | undefined) => (text ?? "").split(" ").filter(Boolean);

type Column = { table: string; column: string; type: string };

async function allColumns(): Promise<Column[]> {
  return testDatabase().$queryRaw<Column[]>(Prisma.sql`
    SELECT table_name AS table, column_name AS column, data_type AS type
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND table_name NOT IN ('_prisma_migrations', 'spatial_ref_sys')
      AND data_type IN ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'uuid', 'date')`);
}

/** Writes something into every private text that the world leaves empty, as far as it may be there. */
export async function plantSecrets(): Promise<void> {
  for (const { table, column, type } of await allColumns()) {
    if (type !== "text" && type !== "character varying") continue;
    if (split(publicColumns[table]?.columns).includes(column)) continue;
    if (split(words[table]).includes(column)) continue;
    await testDatabase()
      .$executeRawUnsafe(
        `UPDATE "${table}" SET "${column}" = left('secret ' || md5('${table}.${column}'), 20)
         WHERE "${column}" IS NULL`,
      )
      // A rule of the database keeps it empty.
      .catch(() => 0);
  }
}

/** The single texts within a column, whatever its type. */
const texts = ({ column, type }: Column) => {
  if (type === "ARRAY") return `unnest("${column}"::text[])`;
  if (type === "json" || type === "jsonb")
    return `jsonb_path_query("${column}"::jsonb, 'strict $.** ? (@.type() == "string")') #>> '{}'`;
  return `"${column}"::text`;
};

async function valuesOf(column: Column, condition: string): Promise<string[]> {
  const rows = await testDatabase().$queryRawUnsafe<{ value: string | null }[]>(
    `SELECT DISTINCT ${texts(column)} AS value FROM "${column.table}" WHERE ${condition}`,
  );
  return rows.flatMap(({ value }) => (value && value.length >= 4 ? [value] : []));
}

/** Every private value of the world by its column, without those that public ones hold, too. */
export async function privateValues(): Promise<{ keys: string[]; values: Map<string, string[]> }> {
  const columns = await allColumns();
  const isShown = ({ table, column }: Column) =>
    split(publicColumns[table]?.columns).includes(column);
  const shown = columns.filter(isShown);
  const publicTexts = await Promise.all(
    shown.map((column) => valuesOf(column, publicColumns[column.table]?.of ?? "false")),
  );
  const publicText = publicTexts.flat().join("\n");
  const values = new Map<string, string[]>();
  for (const column of columns) {
    if (split(words[column.table]).includes(column.column)) continue;
    const condition = isShown(column) ? `(${publicColumns[column.table]?.of}) IS NOT TRUE` : "true";
    const found = await valuesOf(column, condition);
    const telling = found.filter((value) => !publicText.includes(value));
    if (telling.length > 0) values.set(`${column.table}.${column.column}`, telling);
  }
  const publicNames = shown.map(({ column }) => column);
  const hidden = columns.filter((column) => !isShown(column)).map(({ column }) => column);
  return { keys: [...new Set(hidden.filter((name) => !publicNames.includes(name)))], values };
}
