import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { fromDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { doctorSubjects, hidden, type Naming, openSubjects, personalKeys } from "./policy";
import type { AuditFilter } from "./schema";

export const auditPageSize = 50;

const entryRow = z.object({
  id: z.bigint().transform(String),
  at: z.date().transform(fromDate),
  action: z.string(),
  /** Null for what the platform did by itself. */
  actorId: z.guid().nullable(),
  /** Null where there is no such account any more, or it is not the reader's to know. */
  actorName: z.string().nullable(),
  isActorThere: z.boolean(),
  subjectType: z.string(),
  subjectId: z.guid(),
  subjectName: z.string().nullable(),
  /** Whose page shows the subject: the doctor of a renewal, the person of a patient. */
  subjectPageId: z.guid().nullable(),
  address: z.string().nullable(),
  reason: z.string().nullable(),
});
export type ListedEntry = z.infer<typeof entryRow>;

const fullRow = entryRow.extend({
  details: z.record(z.string(), z.unknown()).nullable(),
  position: z.bigint().transform(Number).nullable(),
  hash: z.string().nullable(),
});
export type FullEntry = z.infer<typeof fullRow>;

/** Who acted and where the entry stands in the chain are looked up one by one, as are the other names. */
const actor = Prisma.sql`LEFT JOIN LATERAL (SELECT u.id, u.role, u.full_name FROM users u
  WHERE u.id = l.actor_user_id LIMIT 1) actor ON true`;
const link = Prisma.sql`LEFT JOIN LATERAL (SELECT c.position, c.hash FROM audit_chain c
  WHERE c.entry_id = l.id LIMIT 1) c ON true`;

const columnsFor = ({ people, doctors, appointments }: Naming) => Prisma.sql`
  l.id, l.at, l.action, l.actor_user_id AS "actorId", l.address, l.details->>'reason' AS reason,
  actor.id IS NOT NULL AS "isActorThere",
  CASE WHEN ${people} OR actor.role = 'admin' THEN actor.full_name END AS "actorName",
  l.subject_type AS "subjectType", l.subject_id AS "subjectId",
  CASE l.subject_type
    WHEN 'patient' THEN (SELECT user_id FROM patients WHERE id = l.subject_id)
    WHEN 'renewal' THEN (SELECT doctor_id FROM licence_renewals WHERE id = l.subject_id)
    WHEN 'association' THEN (SELECT clinic_id FROM doctor_clinics WHERE id = l.subject_id)
    ELSE l.subject_id END AS "subjectPageId",
  CASE
    WHEN l.subject_type IN ('user', 'administrator') AND ${people} THEN
      (SELECT full_name FROM users WHERE id = l.subject_id)
    WHEN l.subject_type = 'patient' AND ${people} THEN
      (SELECT u.full_name FROM patients p JOIN users u ON u.id = p.user_id WHERE p.id = l.subject_id)
    WHEN l.subject_type = 'doctor' AND ${doctors} THEN
      (SELECT u.full_name FROM doctors d JOIN users u ON u.id = d.user_id WHERE d.id = l.subject_id)
    WHEN l.subject_type = 'renewal' AND ${doctors} THEN
      (SELECT u.full_name FROM licence_renewals r JOIN doctors d ON d.id = r.doctor_id
        JOIN users u ON u.id = d.user_id WHERE r.id = l.subject_id)
    WHEN l.subject_type = 'association' THEN
      (SELECT c.name FROM doctor_clinics dc JOIN clinics c ON c.id = dc.clinic_id
        WHERE dc.id = l.subject_id)
    WHEN l.subject_type = 'appointment' AND ${appointments} THEN
      (SELECT concat_ws(', ', u.full_name,
          to_char(a.starts_at AT TIME ZONE a.timezone, 'YYYY-MM-DD HH24:MI'))
        FROM appointments a LEFT JOIN doctors d ON d.id = a.doctor_id
        LEFT JOIN users u ON u.id = d.user_id WHERE a.id = l.subject_id)
    WHEN l.subject_type = 'clinic' THEN (SELECT name FROM clinics WHERE id = l.subject_id)
    WHEN l.subject_type = 'pharmacy' THEN (SELECT name FROM pharmacies WHERE id = l.subject_id)
  END AS "subjectName"`;

// As the database writes JSON, a name, a colon, a space; within a text a quotation mark has a stroke.
const personal = `"(${personalKeys.join("|")})": "(?:[^"\\\\]|\\\\.)*"`;
const masked = Prisma.sql`regexp_replace(l.details::text, ${personal}, ${`"\\1": "${hidden}"`}, 'g')`;

/** Whether the reader may know whom the details of an entry name. */
const isOpen = ({ people, doctors }: Naming) => Prisma.sql`(${people}
  OR l.subject_type = ANY(${openSubjects}::text[])
  OR (${doctors} AND l.subject_type = ANY(${doctorSubjects}::text[])))`;

const fullColumns = (naming: Naming) => Prisma.sql`
  CASE WHEN ${isOpen(naming)} THEN l.details ELSE ${masked}::jsonb END AS details,
  c.position, encode(c.hash, 'hex') AS hash`;

/** The text anywhere, with what LIKE takes for a sign of its own taken literally. */
const containing = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

function conditionsOf(filter: AuditFilter, naming: Naming): Prisma.Sql[] {
  const { people } = naming;
  const { who, actor, action, subjectType, subject, from, to, text, address } = filter;
  return [
    who &&
      Prisma.sql`l.actor_user_id IN (SELECT id FROM users
        WHERE (search_text(full_name) LIKE search_text(${containing(who)})
          OR lower(email) LIKE lower(${containing(who)})) AND (${people} OR role = 'admin'))`,
    actor && Prisma.sql`l.actor_user_id = ${actor}::uuid`,
    action && Prisma.sql`l.action = ${action}`,
    subjectType && Prisma.sql`l.subject_type = ${subjectType}`,
    subject && Prisma.sql`l.subject_id = ${subject}::uuid`,
    from && Prisma.sql`l.at >= ${from}::timestamp AT TIME ZONE 'UTC'`,
    to && Prisma.sql`l.at < (${to}::timestamp + interval '1 day') AT TIME ZONE 'UTC'`,
    text && Prisma.sql`l.details::text ILIKE ${containing(text)}`,
    // What is hidden is not found either.
    text && !people && Prisma.sql`(${isOpen(naming)} OR ${masked} ILIKE ${containing(text)})`,
    address && Prisma.sql`l.address = ${address}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
}

type Asked = { filter: AuditFilter; after?: string | undefined; limit: number };

/** The ids of a page, newest first, so that names are looked up for those alone. */
export function pageSql({ filter, after, limit }: Asked, naming: Naming): Prisma.Sql {
  const conditions = conditionsOf(filter, naming);
  if (after)
    conditions.push(
      Prisma.sql`(l.at, l.id) < (SELECT at, id FROM audit_log WHERE id = ${BigInt(after)})`,
    );
  const where = conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
  return Prisma.sql`SELECT l.* FROM audit_log l WHERE ${where} ORDER BY l.at DESC, l.id DESC LIMIT ${limit}`;
}

export type Page = { entries: ListedEntry[]; next: string | null };

/** A page of the log, newest first; `next` is the last of it, where more follow. */
export async function listEntries(
  db: Db,
  { filter, after }: Omit<Asked, "limit">,
  naming: Naming,
): Promise<Page> {
  const page = pageSql({ filter, after, limit: auditPageSize + 1 }, naming);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columnsFor(naming)} FROM (${page}) l ${actor}
    ORDER BY l.at DESC, l.id DESC`);
  const entries = z.array(entryRow).parse(rows.slice(0, auditPageSize));
  return { entries, next: rows.length > auditPageSize ? (entries.at(-1)?.id ?? null) : null };
}

/** So many entries behind `after`, newest first, with all they tell. */
export async function listFullEntries(db: Db, asked: Asked, naming: Naming): Promise<FullEntry[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columnsFor(naming)}, ${fullColumns(naming)} FROM (${pageSql(asked, naming)}) l
    ${actor} ${link} ORDER BY l.at DESC, l.id DESC`);
  return z.array(fullRow).parse(rows);
}

/** One entry with all it tells; null where there is none. */
export async function findEntry(
  db: Db,
  entryId: string,
  naming: Naming,
): Promise<FullEntry | null> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT ${columnsFor(naming)}, ${fullColumns(naming)} FROM audit_log l ${actor} ${link}
    WHERE l.id = ${BigInt(entryId)}`);
  return rows[0] ? fullRow.parse(rows[0]) : null;
}

/** Every action in the log, by name; goes from one to the next in the index, however many entries there are. */
export async function listActions(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ action: string }[]>(Prisma.sql`
    WITH RECURSIVE found AS (
      (SELECT action FROM audit_log ORDER BY action LIMIT 1)
      UNION ALL
      SELECT (SELECT l.action FROM audit_log l WHERE l.action > found.action ORDER BY l.action LIMIT 1)
      FROM found WHERE found.action IS NOT NULL)
    SELECT action FROM found WHERE action IS NOT NULL`);
  return rows.map(({ action }) => action);
}
