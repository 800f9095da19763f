import { busyUntil } from "@/features/schedules/offer";
import { nearestFree } from "@/features/schedules/rules";
import { listScheduleFacts } from "@/features/schedules/store";
import type { AppointmentId, PatientId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { listBusyForBoth } from "../bookable";
import { findLatestProposal } from "../proposal-store";
import { getOwnAppointment } from "../read-store";
import { isAnswerable, isPast } from "../rules";

/** So many other times are offered beside the one that is proposed. */
const otherCount = 4;

export type OpenProposal = {
  startsAt: Instant;
  reason: string | null;
  /** Start instants (ISO, UTC) of other times that suit both, nearest to the proposed one. */
  others: string[];
};

/**
 * What the doctor proposes in place of an appointment's time, and what else would be free; null
 * where nothing is open. Refuses NOT_FOUND (another's too).
 */
export async function getProposal(
  db: Db,
  patientId: PatientId,
  appointmentId: AppointmentId,
  now: Instant,
): Promise<OpenProposal | null> {
  const appointment = await getOwnAppointment(db, patientId, appointmentId, now);
  const proposal = await findLatestProposal(db, appointmentId);
  if (!proposal || !isAnswerable(proposal, now) || isPast(appointment.startsAt, now)) return null;
  const { startsAt, reason } = proposal;
  const { associationId } = appointment;
  const [association] = associationId
    ? await listScheduleFacts(db, { associationId }, now, { except: appointmentId })
    : [];
  if (!association) return { startsAt, reason, others: [] };
  const range = { from: now, to: busyUntil([association.facts], now) };
  const seeker = { patientId, except: appointmentId };
  const { facts, busy } = await listBusyForBoth(db, association, seeker, range);
  const others = nearestFree(facts, busy, startsAt, now, otherCount + 1)
    .filter(
      (slot) => !slot.startsAt.equals(startsAt) && !slot.startsAt.equals(appointment.startsAt),
    )
    .slice(0, otherCount);
  return { startsAt, reason, others: others.map((slot) => slot.startsAt.toString()) };
}
