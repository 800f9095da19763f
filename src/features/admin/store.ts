import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { Right } from "@/lib/rights";
import { MS_PER_DAY } from "@/lib/time/civil";
import { type Instant, toDate } from "@/lib/time/instant";
import { fromEpochDay, toDateColumn } from "@/lib/time/plain-date";
import type { Db } from "@/server/db";

const waitingRow = z.object({
  kind: z.enum([
    "unserved",
    "doctors",
    "renewals",
    "pharmacies",
    "pharmacyClaims",
    "reports",
    "secondDoctors",
    "secondPharmacies",
    "clinics",
  ]),
  count: z.int(),
  /** Whole days that the longest wait has lasted; of appointments, whole days until the first of them. */
  days: z.int(),
});
export type Waiting = z.infer<typeof waitingRow>;

type Source = { kind: Waiting["kind"]; right: Right; from: Prisma.Sql };

/** Each with the right that shows it: rows of `since`. */
const sources = (userId: UserId, at: Date): Source[] => [
  {
    kind: "unserved",
    right: "appointments.decide",
    // Few of them, each looked up: a join would read all appointments there are.
    from: Prisma.sql`SELECT (SELECT a.starts_at FROM appointments a WHERE a.id = u.appointment_id)
        AS since FROM unserved_appointments(${at}) u`,
  },
  {
    kind: "doctors",
    right: "doctors.verify",
    from: Prisma.sql`SELECT submitted_at::timestamptz AS since FROM doctors
      WHERE submitted_at IS NOT NULL AND is_verified IS NOT TRUE`,
  },
  {
    kind: "renewals",
    right: "doctors.verify",
    from: Prisma.sql`SELECT handed_in_at AS since FROM licence_renewals WHERE status = 'waiting'`,
  },
  {
    kind: "pharmacies",
    right: "pharmacies.verify",
    from: Prisma.sql`SELECT created_at::timestamptz AS since FROM pharmacies
      WHERE is_verified IS NOT TRUE AND review_outcome IS NULL AND is_active`,
  },
  {
    kind: "reports",
    right: "pharmacies.reports",
    from: Prisma.sql`SELECT min(created_at) AS since FROM pharmacy_reports
      WHERE status = 'open' GROUP BY pharmacy_id`,
  },
  {
    kind: "pharmacyClaims",
    right: "pharmacies.verify",
    from: Prisma.sql`SELECT created_at AS since FROM pharmacy_claims WHERE status = 'open'`,
  },
  {
    kind: "secondDoctors",
    right: "doctors.verify",
    from: Prisma.sql`SELECT decided_at AS since FROM verification_decisions
      WHERE status = 'awaiting_second' AND doctor_id IS NOT NULL
        AND decided_by IS DISTINCT FROM ${userId}::uuid`,
  },
  {
    kind: "secondPharmacies",
    right: "pharmacies.verify",
    from: Prisma.sql`SELECT decided_at AS since FROM verification_decisions
      WHERE status = 'awaiting_second' AND pharmacy_id IS NOT NULL
        AND decided_by IS DISTINCT FROM ${userId}::uuid`,
  },
  {
    kind: "clinics",
    right: "clinics.edit",
    from: Prisma.sql`SELECT created_at::timestamptz AS since FROM clinics WHERE status = 'proposed'`,
  },
];

/**
 * What waits for this administrator, each by one count, in one statement: appointments that somebody
 * must decide about first, then whatever has waited longest. What their rights do not include is not
 * even counted.
 */
export async function listWaiting(
  db: Db,
  { userId, rights }: { userId: UserId; rights: ReadonlySet<Right> },
  now: Instant,
): Promise<Waiting[]> {
  const at = toDate(now);
  const parts = sources(userId, at)
    .filter(({ right }) => rights.has(right))
    .map(
      ({ kind, from }) => Prisma.sql`
        SELECT ${kind}::text AS kind, count(*)::int AS count, min(since) AS since FROM (${from}) waiting`,
    );
  if (parts.length === 0) return [];
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT kind, count,
      floor(abs(extract(epoch FROM ${at}::timestamptz - since)) / 86400)::int AS days
    FROM (${Prisma.join(parts, " UNION ALL ")}) waiting
    WHERE count > 0 ORDER BY kind <> 'unserved', since`);
  return z.array(waitingRow).parse(rows);
}

const standingRow = z.object({
  people: z.int(),
  listedDoctors: z.int(),
  activeClinics: z.int(),
  upcomingAppointments: z.int(),
  signedUp: z.int(),
  signedUpBefore: z.int(),
  booked: z.int(),
  bookedBefore: z.int(),
  cancelled: z.int(),
  cancelledBefore: z.int(),
});

/**
 * How the platform stands, in counts; nothing of any one person. What happened is of the last seven
 * whole days of UTC, and of the seven before.
 */
export async function readStanding(db: Db, now: Instant): Promise<z.infer<typeof standingRow>> {
  const at = toDate(now);
  const today = Math.floor(now.epochMilliseconds / MS_PER_DAY);
  const dateOf = (day: number) => Prisma.sql`${toDateColumn(fromEpochDay(day))}::date`;
  const [from, middle, end] = [dateOf(today - 14), dateOf(today - 7), dateOf(today)];
  const weeks = (table: Prisma.Sql, column: Prisma.Sql) => Prisma.sql`
    SELECT (count(*) FILTER (WHERE ${column} >= ${middle}))::int AS last,
      (count(*) FILTER (WHERE ${column} < ${middle}))::int AS before
    FROM ${table} WHERE ${column} >= ${from} AND ${column} < ${end}`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT
      (SELECT count(*)::int FROM users WHERE is_active) AS people,
      (SELECT count(*)::int FROM listed_doctors(${at}::date)) AS "listedDoctors",
      (SELECT count(*)::int FROM clinics WHERE status = 'active') AS "activeClinics",
      (SELECT count(*)::int FROM appointments WHERE starts_at > ${at}
        AND status IN ('scheduled', 'confirmed')) AS "upcomingAppointments",
      signed_up.last AS "signedUp", signed_up.before AS "signedUpBefore",
      booked.last AS booked, booked.before AS "bookedBefore",
      cancelled.last AS cancelled, cancelled.before AS "cancelledBefore"
    FROM (${weeks(Prisma.sql`users`, Prisma.sql`created_at`)}) signed_up,
      (${weeks(Prisma.sql`appointments`, Prisma.sql`created_at`)}) booked,
      (${weeks(Prisma.sql`appointments`, Prisma.sql`cancelled_at`)}) cancelled`);
  return standingRow.parse(rows[0]);
}
