import type { z } from "zod";
import { busyUntil, offerDays } from "@/features/schedules/offer";
import { listScheduleFacts } from "@/features/schedules/store";
import type { PatientId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { listBusyForBoth } from "../bookable";
import { getOwnAppointment } from "../read-store";
import type { moveTimesInput } from "../schema";

/**
 * The times that an appointment may move to, day by day of its clinic's calendar: free for doctor and
 * patient, what its own time would leave free among them. Refuses NOT_FOUND (another's too) and
 * ASSOCIATION_ENDED.
 */
export async function listMoveTimes(
  db: Db,
  patientId: PatientId,
  { appointmentId, from, days }: z.infer<typeof moveTimesInput>,
  now: Instant,
) {
  const { associationId } = await getOwnAppointment(db, patientId, appointmentId, now);
  const [association] = await listScheduleFacts(db, { associationId }, now, {
    except: appointmentId,
  });
  if (!association) throw new RefusalError(refuse("ASSOCIATION_ENDED"));
  const range = { from: now, to: busyUntil([association.facts], now) };
  const seeker = { patientId, except: appointmentId };
  const { facts, busy } = await listBusyForBoth(db, association, seeker, range);
  return offerDays({ ...association, facts }, busy, { from, days }, now);
}
