import { z } from "zod";
import { openingHoursSchema } from "@/features/opening-hours/schema";
import { Prisma } from "@/generated/prisma/client";
import { fromDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { reportKinds } from "./form-schema";
import type { ReportsFilter } from "./schema";

const pageSize = 20;
const instant = z.date().transform(fromDate);

const reportedRow = z.object({
  id: z.guid(),
  name: z.string(),
  slug: z.string().nullable(),
  city: z.string().nullable(),
  timezone: z.string(),
  isListed: z.boolean(),
  hours: openingHoursSchema.nullable().catch(null),
  hoursAsWritten: z.string().nullable(),
  hoursConfirmedAt: instant.nullable(),
  times: z.int(),
  since: instant,
  lastAt: instant,
  said: z.array(z.object({ kind: z.enum(reportKinds), times: z.int() })),
  position: z.string(),
});

/** A pharmacy of whose hours something is said; never by whom. */
export type ReportedPharmacy = Omit<z.infer<typeof reportedRow>, "position">;

/**
 * A page of pharmacies with open reports: those that wait longest first, or those of which most was
 * said. `next` goes on after the last one.
 */
export async function listReported(
  db: Db,
  { sort, after }: ReportsFilter,
): Promise<{ pharmacies: ReportedPharmacy[]; next: string | null }> {
  const [value, id] = after?.split("_") ?? [];
  const key =
    sort === "most"
      ? Prisma.sql`-sum(times)::bigint`
      : Prisma.sql`(extract(epoch FROM min(created_at)) * 1000000)::bigint`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT p.id, p.name, p.slug, p.city, p.timezone, p.is_listed AS "isListed",
      p.opening_hours AS hours, p.hours_as_written AS "hoursAsWritten",
      p.hours_confirmed_at AS "hoursConfirmedAt", o.times, o.since, o.last_at AS "lastAt", o.said,
      o.position::text AS position
    FROM (
      SELECT pharmacy_id, sum(times)::int AS times, min(created_at) AS since,
        max(last_at) AS last_at, ${key} AS position,
        json_agg(json_build_object('kind', kind, 'times', times) ORDER BY times DESC, kind) AS said
      FROM pharmacy_reports WHERE status = 'open' GROUP BY pharmacy_id) o
    JOIN pharmacies p ON p.id = o.pharmacy_id
    WHERE ${id ? Prisma.sql`(o.position, p.id) > (${value}::bigint, ${id}::uuid)` : Prisma.sql`true`}
    ORDER BY o.position, p.id LIMIT ${pageSize + 1}`);
  const page = z.array(reportedRow).parse(rows.slice(0, pageSize));
  const last = page.at(-1);
  return {
    pharmacies: page.map(({ position: _, ...pharmacy }) => pharmacy),
    next: last && rows.length > pageSize ? `${last.position}_${last.id}` : null,
  };
}
