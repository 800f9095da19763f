import { lockAssociationAs } from "@/features/schedules/lock-store";
import { busyUntil } from "@/features/schedules/offer";
import { decideSlot, nearestFree } from "@/features/schedules/rules";
import type { ScheduleFacts } from "@/features/schedules/schema";
import { type Association, busyOf, listBusy, listScheduleFacts } from "@/features/schedules/store";
import type { AppointmentId, AssociationId, PatientId } from "@/lib/ids";
import { type Refusal, RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { type IntervalSet, intervalSet, noIntervals, type TimeRange } from "@/lib/time/interval";
import type { Acting } from "@/server/acting";
import type { Db, Tx } from "@/server/db";
import { violatedConstraint } from "@/server/violation";
import { type Lengths, listPatientBusy } from "./store";

/** How many free times a refusal offers instead. */
const nearestCount = 4;

/**
 * The association, kept as it is until the transaction ends, so that neither hours nor the number of
 * a day's bookings can change between the decision and the write. Read in a statement after the one
 * that waited for the lock: it sees what a change of hours, time off or a booking, let go of the
 * lock with. Says who acts, too. Refuses NOT_FOUND for an unknown one.
 * @param except an appointment that is to move, and so does not fill its own day.
 */
export async function lockAssociation(
  tx: Tx,
  associationId: AssociationId,
  acting: Acting,
  except?: AppointmentId,
): Promise<Association> {
  const isKnown = await lockAssociationAs(tx, associationId, acting);
  const [association] = isKnown
    ? await listScheduleFacts(tx, { associationId }, acting.at, { except })
    : [];
  if (!association) throw new RefusalError(refuse("NOT_FOUND"));
  return association;
}

/** What stands against booking here at all, whatever the hours say; null for nothing. */
export function refuseUnlisted(association: Association): Refusal | null {
  if (!association.doctor.isListed) return refuse("DOCTOR_NOT_BOOKABLE");
  return association.clinic.isOpen ? null : refuse("CLINIC_CLOSED");
}

/**
 * The engine's word on one slot by hours, notice, horizon and the day's limit: the slot, or why not.
 * For those who go on to write it, since whether it is still free is the database's word, and only
 * then final.
 */
export function decideByHours({ facts }: Association, startsAt: Instant, now: Instant) {
  return decideSlot(facts, noIntervals, startsAt, now);
}

/** The engine's whole word on one slot, as things stand: the slot, or why not. */
export async function decideFor(
  db: Db,
  { doctorId, facts }: Association,
  startsAt: Instant,
  now: Instant,
) {
  const busy = busyOf(await listBusy(db, [doctorId], around(startsAt)), doctorId);
  return decideSlot(facts, busy, startsAt, now);
}

/** Enough of the calendar for one slot: none is longer than 8 hours. */
export function around(startsAt: Instant): TimeRange {
  return { from: startsAt, to: startsAt.add({ hours: 8 }) };
}

/** For whom a time is sought, and which of their appointments is to move, if one is. */
export type Seeker = { patientId: PatientId; except?: AppointmentId };

/**
 * What the engine must know for the two to meet: the doctor's time, at any clinic, with its buffers;
 * and the patient's own, which may touch the visit but not overlap it, like blocked time. Where an
 * appointment is to move, the association must have been read without it.
 */
export async function listBusyForBoth(
  db: Db,
  { doctorId, facts }: Association,
  { patientId, except }: Seeker,
  range: TimeRange,
): Promise<{ facts: ScheduleFacts; busy: IntervalSet }> {
  const busy = busyOf(await listBusy(db, [doctorId], range, { except }), doctorId);
  const ofPatient = await listPatientBusy(db, patientId, range, except);
  const blocked = intervalSet([...facts.blocked.disjoint, ...ofPatient]);
  return { facts: { ...facts, blocked }, busy };
}

/** The refusal of a time, with the nearest ones of the same association that suit both. */
export async function withNearest(
  db: Db,
  refusal: Refusal,
  association: Association,
  seeker: Seeker,
  wanted: Instant,
  now: Instant,
): Promise<Refusal> {
  const horizon = { from: now, to: busyUntil([association.facts], now) };
  const { facts, busy } = await listBusyForBoth(db, association, seeker, horizon);
  const nearest = nearestFree(facts, busy, wanted, now, nearestCount);
  return { ...refusal, nearest: nearest.map((slot) => slot.startsAt.toString()) };
}

/**
 * Why the database would not take a visit, where an error says that the doctor has no licence on its
 * day; null for any other. Read anew, since things have changed since the engine said yes: with the
 * nearest times, unless none can be had.
 */
export async function refusalOfLicence(
  db: Db,
  error: unknown,
  associationId: AssociationId,
  seeker: Seeker,
  wanted: Instant,
  now: Instant,
): Promise<Refusal | null> {
  if (violatedConstraint(error) !== "appointments_doctor_licensed") return null;
  const { except } = seeker;
  const [association] = await listScheduleFacts(db, { associationId }, now, { except });
  const refusal = refuse("DOCTOR_NOT_BOOKABLE");
  if (!association || refuseUnlisted(association)) return refusal;
  return withNearest(db, refusal, association, seeker, wanted, now);
}

/** How long a visit of these hours lasts, and what is kept free around it. */
export function lengthsOf(facts: ScheduleFacts): Lengths {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = facts;
  return { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes };
}

/** What a message to both sides says about where and with whom. */
export function partiesOf(association: Association) {
  const { doctor, clinic } = association;
  return {
    doctor: { userId: doctor.userId, name: doctor.name },
    place: { timezone: clinic.timezone, clinicName: clinic.name },
  };
}
