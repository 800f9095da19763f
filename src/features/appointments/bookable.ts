import { busyUntil } from "@/features/schedules/offer";
import { decideSlot, nearestFree } from "@/features/schedules/rules";
import { type Association, busyOf, listBusy, listScheduleFacts } from "@/features/schedules/store";
import type { AppointmentId, AssociationId, PatientId } from "@/lib/ids";
import { type Refusal, RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { type IntervalSet, intervalSet, noIntervals, type TimeRange } from "@/lib/time/interval";
import type { Db, Tx } from "@/server/db";
import { listPatientBusy } from "./store";

/** How many free times a refusal offers instead. */
const nearestCount = 4;

/**
 * The association, kept as it is until the transaction ends, so that hours cannot change between
 * the decision and the write. Refuses NOT_FOUND for an unknown one.
 */
export async function lockAssociation(
  tx: Tx,
  associationId: AssociationId,
  now: Instant,
): Promise<Association> {
  const [association] = await listScheduleFacts(tx, { associationId }, now, { isLocking: true });
  if (!association) throw new RefusalError(refuse("NOT_FOUND"));
  return association;
}

/** What stands against booking here at all, whatever the hours say; null for nothing. */
export function refuseUnlisted(association: Association): Refusal | null {
  if (!association.doctor.isListed) return refuse("DOCTOR_NOT_BOOKABLE");
  return association.clinic.isOpen ? null : refuse("CLINIC_CLOSED");
}

/**
 * The engine's word on one slot by hours, notice and horizon: the slot, or why not. For those who go
 * on to write it, since whether it is still free is the database's word, and only then final.
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
  // Enough of the calendar: no slot or appointment is longer than 8 hours.
  const around = { from: startsAt.subtract({ hours: 8 }), to: startsAt.add({ hours: 8 }) };
  const busy = busyOf(await listBusy(db, [doctorId], around), doctorId);
  return decideSlot(facts, busy, startsAt, now);
}

/** For whom a time is sought, and which of their appointments is to move, if one is. */
export type Seeker = { patientId: PatientId; except?: AppointmentId };

/** What stands in the way of the two meeting: the doctor's time, at any clinic, and the patient's. */
export async function listBusyForBoth(
  db: Db,
  { doctorId }: Association,
  { patientId, except }: Seeker,
  range: TimeRange,
): Promise<IntervalSet> {
  const ofDoctor = busyOf(await listBusy(db, [doctorId], range, { except }), doctorId);
  const ofPatient = await listPatientBusy(db, patientId, range, except);
  return intervalSet([...ofDoctor.disjoint, ...ofPatient]);
}

/** The refusal of a time, with the nearest ones of the same association that suit both. */
export async function withNearest(
  db: Db,
  refusal: Refusal,
  association: Association,
  seeker: Seeker,
  around: Instant,
  now: Instant,
): Promise<Refusal> {
  const { facts } = association;
  const horizon = { from: now, to: busyUntil([facts], now) };
  const busy = await listBusyForBoth(db, association, seeker, horizon);
  const nearest = nearestFree(facts, busy, around, now, nearestCount);
  return { ...refusal, nearest: nearest.map((slot) => slot.startsAt.toString()) };
}

/** What a message to both sides says about where and with whom. */
export function partiesOf(association: Association) {
  const { doctor, clinic } = association;
  return {
    doctor: { userId: doctor.userId, name: doctor.name },
    place: { timezone: clinic.timezone, clinicName: clinic.name },
  };
}
