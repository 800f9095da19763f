import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { fromDate, type Instant, toDate } from "@/lib/time/instant";
import type { Db, Tx } from "@/server/db";
import { type ReportKind, reportKinds, type Settlement } from "./form-schema";

const instant = z.date().transform(fromDate);

const openRow = z.object({
  kind: z.enum(reportKinds),
  times: z.int(),
  since: instant,
  lastAt: instant,
});
/** The same, said so often since the first time; never by whom. */
export type OpenReport = z.infer<typeof openRow>;

/** What is said of a pharmacy's hours and not settled yet, longest standing first. */
export async function listOpenReports(db: Db, pharmacyId: string): Promise<OpenReport[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT kind, times, created_at AS since, last_at AS "lastAt" FROM pharmacy_reports
    WHERE pharmacy_id = ${pharmacyId}::uuid AND status = 'open' ORDER BY created_at, kind`);
  return z.array(openRow).parse(rows);
}

/** A pharmacy without words for its address has its id there. */
const idOf = (slug: string) => (z.guid().safeParse(slug).success ? slug : null);

const countedRow = z.object({
  pharmacyId: z.guid(),
  name: z.string(),
  isFirst: z.boolean(),
  isNews: z.boolean(),
});

/**
 * Opens a report of a listed pharmacy, or counts it to the same one that stands open; the same person
 * counts once. It is news where none of its kind was opened in the 24 hours before. Null where no such pharmacy is listed.
 */
export async function countReport(
  tx: Tx,
  report: { slug: string; kind: ReportKind; userId: UserId | null },
  now: Instant,
): Promise<z.infer<typeof countedRow> | null> {
  const at = toDate(now);
  const lately = toDate(now.subtract({ hours: 24 }));
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    WITH pharmacy AS (SELECT id, name FROM pharmacies WHERE is_listed
      AND (slug = ${report.slug} OR (slug IS NULL AND id = ${idOf(report.slug)}::uuid))),
    counted AS (
      INSERT INTO pharmacy_reports AS r (pharmacy_id, kind, user_id, created_at, last_at)
      SELECT id, ${report.kind}, ${report.userId}::uuid, ${at}, ${at} FROM pharmacy
      ON CONFLICT (pharmacy_id, kind) WHERE status = 'open' DO UPDATE SET
        times = r.times + CASE WHEN r.user_id = excluded.user_id THEN 0 ELSE 1 END,
        last_at = greatest(r.last_at, excluded.last_at)
      RETURNING pharmacy_id, xmax = 0 AS is_first)
    SELECT pharmacy_id AS "pharmacyId", name, is_first AS "isFirst",
      is_first AND NOT EXISTS (SELECT 1 FROM pharmacy_reports r WHERE r.pharmacy_id = pharmacy.id
        AND r.kind = ${report.kind} AND r.status <> 'open' AND r.created_at > ${lately}) AS "isNews"
    FROM counted JOIN pharmacy ON id = pharmacy_id`);
  return rows[0] ? countedRow.parse(rows[0]) : null;
}

/** The accounts of those who work there. */
export async function listStaffAccounts(db: Db, pharmacyId: string): Promise<UserId[]> {
  const where = { pharmacyId, dateLeft: null, user: { isActive: true, role: "pharmacy" } };
  const rows = await db.pharmacyStaff.findMany({ where, select: { userId: true } });
  return rows.map(({ userId }) => userId as UserId);
}

/** How often anything was said of a pharmacy that is not settled; it stays so until the transaction ends. */
export async function lockOpenTimes(tx: Tx, pharmacyId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ times: number }[]>(Prisma.sql`
    SELECT times FROM pharmacy_reports WHERE pharmacy_id = ${pharmacyId}::uuid AND status = 'open'
    ORDER BY id FOR UPDATE`);
  return rows.reduce((sum, { times }) => sum + times, 0);
}

/** Settles what is open; gives what it was. */
export async function settleOpenReports(
  tx: Tx,
  pharmacyId: string,
  { userId, as, now }: { userId: UserId; as: Settlement; now: Instant },
): Promise<{ kind: string; times: number }[]> {
  return tx.$queryRaw<{ kind: string; times: number }[]>(Prisma.sql`
    UPDATE pharmacy_reports
    SET status = ${as}, resolved_by = ${userId}::uuid, resolved_at = ${toDate(now)}
    WHERE pharmacy_id = ${pharmacyId}::uuid AND status = 'open' RETURNING kind, times`);
}
