import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { fromDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { verdicts } from "./form-schema";
import { containing, cursorOf, isAssigned, keyOf, pageOf, pageSize } from "./list-sql";
import type { queueInput } from "./schema";

export type QueueFilter = z.infer<typeof queueInput>;

const queueRow = z.object({
  id: z.guid(),
  key: z.string(),
  kind: z.enum(["doctor", "renewal"]),
  doctorId: z.guid(),
  name: z.string(),
  specialization: z.string(),
  licenseNumber: z.string(),
  country: z.string().nullable(),
  expiresOn: z.string().nullable(),
  since: z.date().transform(fromDate),
  assigneeId: z.guid().nullable(),
  assignee: z.string().nullable(),
  /** The first of two decisions, where it waits for the second. */
  first: z
    .object({ verdict: z.enum(verdicts), isMine: z.boolean(), isStale: z.boolean() })
    .nullable(),
});
export type QueueRow = z.infer<typeof queueRow>;

/** Who is looked for, by a part of the name or of the licence number, however it is written. */
function isSearched(q: string | undefined): Prisma.Sql {
  if (!q) return Prisma.sql`true`;
  return Prisma.sql`d.id IN (
    SELECT n.id FROM doctors n JOIN users nu ON nu.id = n.user_id
      WHERE search_text(nu.full_name) LIKE search_text(${containing(q)})
    UNION ALL
    SELECT l.id FROM doctors l WHERE licence_text(${q}) <> ''
      AND licence_text(l.license_number) LIKE '%' || licence_text(${q}) || '%')`;
}

type Branch = {
  columns: Prisma.Sql;
  from: Prisma.Sql;
  at: Prisma.Sql;
  id: Prisma.Sql;
  assigned: Prisma.Sql;
  where: Prisma.Sql;
};

const application = {
  columns: Prisma.sql`d.id, 'doctor' AS kind, d.id AS doctor_id, d.license_expires_on AS expires_on`,
  from: Prisma.sql`doctors d`,
  id: Prisma.sql`d.id`,
  assigned: Prisma.sql`d.assigned_to`,
};
const waiting: Branch = {
  ...application,
  at: Prisma.sql`d.submitted_at`,
  where: Prisma.sql`d.submitted_at IS NOT NULL AND d.is_verified IS NOT TRUE`,
};
const renewals: Branch = {
  columns: Prisma.sql`r.id, 'renewal' AS kind, r.doctor_id, r.expires_on`,
  from: Prisma.sql`licence_renewals r JOIN doctors d ON d.id = r.doctor_id`,
  id: Prisma.sql`r.id`,
  assigned: Prisma.sql`r.assigned_to`,
  at: Prisma.sql`r.handed_in_at`,
  where: Prisma.sql`r.status = 'waiting'`,
};
/** When an application was sent back; by hand, where no decision says it. */
const sentBackAt = Prisma.sql`coalesce((SELECT max(coalesce(v.seconded_at, v.decided_at))
  FROM verification_decisions v WHERE v.doctor_id = d.id AND v.renewal_id IS NULL
    AND v.status = 'final') AT TIME ZONE 'UTC', d.updated_at)`;
const isOpen = (id: Prisma.Sql) => Prisma.sql`EXISTS (SELECT 1 FROM verification_decisions v
  WHERE COALESCE(v.renewal_id, v.doctor_id, v.pharmacy_id) = ${id} AND v.status = 'awaiting_second')`;
const second = (branch: Branch): Branch => ({
  ...branch,
  where: Prisma.sql`${branch.where} AND ${isOpen(branch.id)}`,
});

/** Who waits stands oldest first; what is done, newest first. */
const shows: Record<QueueFilter["show"], { branches: Branch[]; isOldestFirst: boolean }> = {
  waiting: { branches: [waiting, renewals], isOldestFirst: true },
  second: { branches: [second(waiting), second(renewals)], isOldestFirst: true },
  asked: done(sentBackAt, Prisma.sql`d.review_outcome = 'asked'`),
  rejected: done(sentBackAt, Prisma.sql`d.review_outcome = 'rejected'`),
  verified: done(Prisma.sql`d.verified_at`, Prisma.sql`d.is_verified AND d.suspended_at IS NULL`),
  suspended: done(Prisma.sql`d.suspended_at`, Prisma.sql`d.suspended_at IS NOT NULL`),
};
function done(at: Prisma.Sql, where: Prisma.Sql) {
  return { branches: [{ ...application, at, where }], isOldestFirst: false };
}

/** A page of doctors to check, or who were checked, in one statement. */
export async function listQueue(
  db: Db,
  userId: UserId,
  filter: QueueFilter,
): Promise<{ rows: QueueRow[]; next: string | null }> {
  const { branches, isOldestFirst } = shows[filter.show];
  const direction = isOldestFirst ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const parts = branches.map((branch) => branchSql(branch, direction, userId, filter));
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT q.id, q.kind, q.doctor_id AS "doctorId", ${keyOf(Prisma.sql`q.at`)} AS key, q.at AS since,
      coalesce(u.full_name, '') AS name, d.specialization, d.license_number AS "licenseNumber",
      d.license_country::text AS country, q.expires_on::text AS "expiresOn",
      q.assigned_to AS "assigneeId", au.full_name AS assignee,
      CASE WHEN o.id IS NOT NULL THEN json_build_object('verdict', o.verdict,
        'isMine', o.decided_by IS NOT DISTINCT FROM ${userId}::uuid,
        'isStale', o.reviewed_revision <> d.revision) END AS first
    FROM (${Prisma.join(parts, " UNION ALL ")}) q
    JOIN doctors d ON d.id = q.doctor_id
    JOIN users u ON u.id = d.user_id
    LEFT JOIN users au ON au.id = q.assigned_to
    LEFT JOIN verification_decisions o ON o.status = 'awaiting_second'
      AND COALESCE(o.renewal_id, o.doctor_id, o.pharmacy_id) = q.id
    ORDER BY q.at ${direction}, q.id ${direction} LIMIT ${pageSize + 1}`);
  const { page, next } = pageOf(z.array(queueRow).parse(rows));
  return { rows: page, next };
}

/** Each part brings no more than a page, in its index's own order. */
function branchSql(
  { columns, from, at, id, assigned, where }: Branch,
  direction: Prisma.Sql,
  userId: UserId,
  filter: QueueFilter,
): Prisma.Sql {
  const cursor = filter.after ? cursorOf(filter.after) : null;
  const beyond = direction.sql === "ASC" ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`(
    SELECT ${columns}, ${at}::timestamptz AS at, ${assigned} AS assigned_to FROM ${from}
    WHERE ${where} AND ${isAssigned(assigned, filter.assigned, userId)}
      AND ${filter.country ? Prisma.sql`d.license_country = ${filter.country}` : Prisma.sql`true`}
      AND ${isSearched(filter.q)}
      AND ${cursor ? Prisma.sql`(${at}, ${id}) ${beyond} (${cursor.at}, ${cursor.id}::uuid)` : Prisma.sql`true`}
    ORDER BY ${at} ${direction}, ${id} ${direction} LIMIT ${pageSize + 1})`;
}
