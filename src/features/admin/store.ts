import { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { type Instant, toDate } from "@/lib/time/instant";
import type { Db } from "@/server/db";

const overviewRow = z.object({
  people: z.int(),
  listedDoctors: z.int(),
  doctorsAwaitingReview: z.int(),
  activeClinics: z.int(),
  upcomingAppointments: z.int(),
  bookedLastWeek: z.int(),
  cancelledLastWeek: z.int(),
});

/** How the platform stands, in counts; nothing of any one person. "Last week" is seven days. */
export async function readOverview(db: Db, now: Instant): Promise<z.infer<typeof overviewRow>> {
  const at = toDate(now);
  const weekAgo = toDate(now.subtract({ hours: 7 * 24 }));
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT
      (SELECT count(*)::int FROM users WHERE is_active) AS people,
      (SELECT count(*)::int FROM listed_doctors(${at}::date)) AS "listedDoctors",
      (SELECT count(*)::int FROM doctors WHERE is_verified IS NOT TRUE) AS "doctorsAwaitingReview",
      (SELECT count(*)::int FROM clinics WHERE status = 'active') AS "activeClinics",
      (SELECT count(*)::int FROM appointments WHERE starts_at > ${at}
        AND status IN ('scheduled', 'confirmed')) AS "upcomingAppointments",
      (SELECT count(*)::int FROM appointments
        WHERE created_at > ${weekAgo}::timestamp) AS "bookedLastWeek",
      (SELECT count(*)::int FROM appointments
        WHERE cancelled_at > ${weekAgo}::timestamp) AS "cancelledLastWeek"`);
  return overviewRow.parse(rows[0]);
}
