import type { z } from "zod";
import type { Association } from "@/features/schedules/store";
import type { PrismaClient } from "@/generated/prisma/client";
import { isRefusal, type RefusalCode, RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { inTransaction, type Tx } from "@/server/db";
import { violatedConstraint } from "@/server/violation";
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
import { refuseMoving } from "../rules";
import type { moveInput } from "../schema";
import { lockOwnAppointment, updateTime } from "../store";
import { findDelayAt } from "../visit-store";
import type { PatientActor } from "./book-appointment";
import { settle } from "./settle";

type Move = z.infer<typeof moveInput>;

/** What each constraint says when it refuses the new time. */
const refusalOfConstraint: Record<string, RefusalCode> = {
  appointments_doctor_free: "SLOT_TAKEN",
  appointments_patient_free: "PATIENT_BUSY",
};

/**
 * Moves a patient's own appointment to another free time of the same association. It stays the same
 * appointment and the same calendar entry, one sequence higher. Sent twice, it moves once.
 *
 * Refuses NOT_FOUND (another's too), APPOINTMENT_CHANGED, APPOINTMENT_OVER, APPOINTMENT_CANCELLED,
 * MOVE_TOO_LATE, PATIENT_BUSY, and what booking refuses of a time, with the nearest free ones.
 */
export async function moveAppointment(
  db: PrismaClient,
  patient: PatientActor,
  move: Move,
  now: Instant,
): Promise<void> {
  const refusal = refuseBooking(patient);
  if (refusal) throw new RefusalError(refusal);
  const seen: { association?: Association } = {};
  try {
    await inTransaction(db, (tx) => moveWithin(tx, patient, move, now, seen));
  } catch (error) {
    const { association } = seen;
    if (!association) throw error;
    const seeker = seekerOf(patient, move);
    const unlicensed = await refusalOfLicence(
      db,
      error,
      association.id,
      seeker,
      move.startsAt,
      now,
    );
    if (unlicensed) throw new RefusalError(unlicensed);
    const code = refusalOfConstraint[violatedConstraint(error) ?? ""];
    if (!code) throw error;
    throw new RefusalError(
      await withNearest(db, refuse(code), association, seeker, move.startsAt, now),
    );
  }
}

function seekerOf({ patientId }: PatientActor, { appointmentId }: Move) {
  return { patientId, except: appointmentId };
}

async function moveWithin(
  tx: Tx,
  patient: PatientActor,
  move: Move,
  now: Instant,
  seen: { association?: Association },
): Promise<void> {
  const { appointmentId, startsAt } = move;
  const appointment = await lockOwnAppointment(tx, patient.patientId, appointmentId, now);
  if (!appointment) throw new RefusalError(refuse("NOT_FOUND"));
  // The same move sent again has its answer already.
  if (appointment.startsAt.equals(startsAt) && appointment.status !== "cancelled") return;
  const refusal = refuseMoving(appointment, now);
  if (refusal) throw new RefusalError(refusal);
  if (appointment.calendarSequence !== move.expectedSequence)
    throw new RefusalError(refuse("APPOINTMENT_CHANGED"));
  if (!appointment.associationId) throw new RefusalError(refuse("ASSOCIATION_ENDED"));

  const association = await lockAssociation(
    tx,
    appointment.associationId,
    { userId: patient.userId, at: now },
    appointmentId,
  );
  seen.association = association;
  const slot = refuseUnlisted(association) ?? decideByHours(association, startsAt, now);
  if (isRefusal(slot))
    throw new RefusalError(
      slot.code.startsWith("SLOT_")
        ? await withNearest(tx, slot, association, seekerOf(patient, move), startsAt, now)
        : slot,
    );
  const delayMinutes = await findDelayAt(tx, association, startsAt, now);
  await updateTime(tx, appointmentId, { ...slot, ...lengthsOf(association.facts), delayMinutes });
  const { doctor, place } = partiesOf(association);
  const news = { kind: "appointment_moved", startsAt, ...place } as const;
  const movedFrom = appointment.startsAt;
  await settle(tx, { appointmentId, patient, doctor, news, movedFrom });
}
