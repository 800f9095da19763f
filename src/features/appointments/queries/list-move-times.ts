import type { z } from "zod";
import { busyUntil, offerDays } from "@/features/schedules/offer";
import { busyOf, listBusy, listScheduleFacts } from "@/features/schedules/store";
import type { PatientId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { getOwnAppointment } from "../read-store";
import type { moveTimesInput } from "../schema";

/**
 * The free times that an appointment may move to, day by day of its clinic's calendar: those of its
 * association, and what its own time would leave free. Refuses NOT_FOUND (another's too) and
 * ASSOCIATION_ENDED.
 */
export async function listMoveTimes(
  db: Db,
  patientId: PatientId,
  { appointmentId, from, days }: z.infer<typeof moveTimesInput>,
  now: Instant,
) {
  const { associationId } = await getOwnAppointment(db, patientId, appointmentId);
  const where = { associationIds: associationId ? [associationId] : [] };
  const [association] = await listScheduleFacts(db, where, now);
  if (!association) throw new RefusalError(refuse("ASSOCIATION_ENDED"));
  const { facts, doctorId } = association;
  const range = { from: now, to: busyUntil([facts], now) };
  const busy = busyOf(await listBusy(db, [doctorId], range, { except: appointmentId }), doctorId);
  return offerDays(association, busy, { from, days }, now);
}
