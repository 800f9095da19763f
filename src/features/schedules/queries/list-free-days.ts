import type { z } from "zod";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { busyUntil, type FreeDays, offerDays } from "../offer";
import type { slotsInput } from "../schema";
import { busyOf, listBusy, listScheduleFacts } from "../store";

/**
 * Free times, day by day of each clinic's calendar, of one association or of all of a doctor that
 * have not ended. Two statements, however many days. Refuses NOT_FOUND for what does not exist or
 * may not be listed.
 */
export async function listFreeDays(
  db: Db,
  input: z.infer<typeof slotsInput>,
  now: Instant,
): Promise<FreeDays[]> {
  const { associationId, doctorSlug, from, days } = input;
  const where = { associationId, doctorSlug };
  const all = await listScheduleFacts(db, where, now);
  const listed = all.filter(
    ({ doctor, clinic, facts }) =>
      doctor.isListed && !clinic.isProposed && (associationId || facts.status !== "ended"),
  );
  if (listed.length === 0) throw new RefusalError(refuse("NOT_FOUND"));
  const doctorIds = [...new Set(listed.map((one) => one.doctorId))];
  const until = busyUntil(
    listed.map((one) => one.facts),
    now,
  );
  const busy = await listBusy(db, doctorIds, { from: now, to: until });
  return listed.map((one) => offerDays(one, busyOf(busy, one.doctorId), { from, days }, now));
}
