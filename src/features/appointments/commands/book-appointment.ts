import type { z } from "zod";
import type { Association } from "@/features/schedules/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { AppointmentId, PatientId } from "@/lib/ids";
import { isRefusal, type Refusal, RefusalError, refuse } from "@/lib/refusal";
import { fromDate, type Instant } from "@/lib/time/instant";
import type { Actor } from "@/server/actor";
import { type Db, inTransaction, type Tx } from "@/server/db";
import {
  decideByHours,
  lengthsOf,
  lockAssociation,
  partiesOf,
  refusalOfLicence,
  refuseUnlisted,
  withNearest,
} from "../bookable";
import { refuseBooking } from "../policy";
import type { bookInput } from "../schema";
import { findByBookingKey, insertUnlessTaken, listPatientBusy } from "../store";
import { findDelayAt } from "../visit-store";
import { settle } from "./settle";

export type PatientActor = Actor & { patientId: PatientId };
type Booking = z.infer<typeof bookInput>;

/**
 * Books one slot for a patient, once for each booking key: the same key answers with the same
 * appointment, however often and however parallel it is sent.
 *
 * Refuses EMAIL_NOT_VERIFIED, ONBOARDING_REQUIRED, NOT_FOUND, DOCTOR_NOT_BOOKABLE, CLINIC_CLOSED,
 * PATIENT_BUSY, BOOKING_KEY_REUSED, and what `decideSlot` refuses; where the time is the trouble,
 * with the nearest free times.
 */
export async function bookAppointment(
  db: PrismaClient,
  patient: PatientActor,
  booking: Booking,
  now: Instant,
): Promise<AppointmentId> {
  const refusal = refuseBooking(patient);
  if (refusal) throw new RefusalError(refusal);
  const outcome = await inTransaction(db, (tx) => bookWithin(tx, patient, booking, now)).catch(
    async (error) => {
      const { associationId, startsAt } = booking;
      const said = await refusalOfLicence(db, error, associationId, patient, startsAt, now);
      throw said ? new RefusalError(said) : error;
    },
  );
  // Only now, when the association is free again: of fifty who lost a race, none waits while
  // another is told what else there is.
  return typeof outcome === "string" ? outcome : replayOrRefuse(db, patient, booking, outcome, now);
}

type NotBooked = { refusal: Refusal; association: Association };

async function bookWithin(
  tx: Tx,
  patient: PatientActor,
  booking: Booking,
  now: Instant,
): Promise<AppointmentId | NotBooked> {
  const association = await lockAssociation(tx, booking.associationId, {
    userId: patient.userId,
    at: now,
  });
  const slot = refuseUnlisted(association) ?? decideByHours(association, booking.startsAt, now);
  if (isRefusal(slot)) return { refusal: slot, association };
  const { doctorId, facts, fee } = association;
  const appointmentId = await insertUnlessTaken(tx, {
    ...booking,
    ...slot,
    patientId: patient.patientId,
    doctorId,
    ...lengthsOf(facts),
    fee,
    delayMinutes: await findDelayAt(tx, association, slot.startsAt, now),
  });
  if (!appointmentId) return { refusal: refuse("SLOT_TAKEN"), association };
  const { doctor, place } = partiesOf(association);
  const news = { kind: "appointment_booked", startsAt: slot.startsAt, ...place } as const;
  await settle(tx, { appointmentId, patient, doctor, news });
  return appointmentId;
}

/**
 * The answer where nothing was written: the appointment that this key made earlier, or else why
 * not. That the patient is busy is said before that the doctor is, since both may be true.
 */
async function replayOrRefuse(
  db: Db,
  { patientId }: PatientActor,
  booking: Booking,
  { refusal, association }: NotBooked,
  now: Instant,
): Promise<AppointmentId> {
  const earlier = await findByBookingKey(db, patientId, booking.bookingKey);
  if (earlier) {
    const isSame =
      earlier.status !== "cancelled" &&
      earlier.doctorClinicId === booking.associationId &&
      earlier.symptoms === booking.symptoms &&
      fromDate(earlier.startsAt).equals(booking.startsAt);
    if (isSame) return earlier.id as AppointmentId;
    throw new RefusalError(refuse("BOOKING_KEY_REUSED"));
  }
  if (!refusal.code.startsWith("SLOT_")) throw new RefusalError(refusal);
  const { startsAt } = booking;
  const to = startsAt.add({ minutes: association.facts.durationMinutes });
  const isBusy =
    refusal.code === "SLOT_TAKEN" &&
    (await listPatientBusy(db, patientId, { from: startsAt, to })).length > 0;
  const said = isBusy ? refuse("PATIENT_BUSY") : refusal;
  throw new RefusalError(await withNearest(db, said, association, { patientId }, startsAt, now));
}
