import type { z } from "zod";
import { decideSlot } from "@/features/schedules/rules";
import type { Association } from "@/features/schedules/store";
import type { PrismaClient } from "@/generated/prisma/client";
import { isRefusal, type Refusal, RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { noIntervals } from "@/lib/time/interval";
import { inTransaction, type Tx } from "@/server/db";
import { violatedConstraint } from "@/server/violation";
import {
  lengthsOf,
  lockAssociation,
  partiesOf,
  refusalOfLicence,
  refuseUnlisted,
  withNearest,
} from "../bookable";
import { findLatestProposal, updateAnswered } from "../proposal-store";
import { factsForProposal } from "../proposals";
import { isAnswerable, refuseMoving } from "../rules";
import type { acceptProposalInput } from "../schema";
import { lockOwnAppointment, updateTime } from "../store";
import { findDelayAt } from "../visit-store";
import type { PatientActor } from "./book-appointment";
import { settle } from "./settle";

/** Where the appointment is, and when it stands, for what is said after a refusal. */
type Seen = { association?: Association; stands?: Instant };
type Acceptance = z.infer<typeof acceptProposalInput>;

/**
 * Moves a patient's own appointment to the time that its doctor proposes, or to another free one
 * instead; however late it is, for it was the doctor who asked. Sent twice, it moves once.
 *
 * Refuses NOT_FOUND (another's too), APPOINTMENT_CANCELLED, APPOINTMENT_OVER, APPOINTMENT_CHANGED,
 * PROPOSAL_GONE, PATIENT_BUSY, and what booking refuses of a time, with the nearest free ones; the
 * old time then still stands, and the proposal too.
 */
export async function acceptProposal(
  db: PrismaClient,
  patient: PatientActor,
  acceptance: Acceptance,
  now: Instant,
): Promise<void> {
  const seen: Seen = {};
  try {
    await inTransaction(db, (tx) => acceptWithin(tx, patient, acceptance, now, seen));
  } catch (error) {
    const { association } = seen;
    if (!association) throw error;
    const { appointmentId, startsAt } = acceptance;
    const seeker = { patientId: patient.patientId, except: appointmentId };
    const unlicensed = await refusalOfLicence(db, error, association.id, seeker, startsAt, now);
    if (unlicensed) throw new RefusalError(unlicensed);
    const refusal = refusalOf(error);
    const isAboutTime = refusal?.code.startsWith("SLOT_") || refusal?.code === "PATIENT_BUSY";
    if (!refusal || !isAboutTime) throw error;
    const said = await withNearest(db, refusal, association, seeker, startsAt, now);
    // The time they have would be free, too, once they left it.
    const nearest = said.nearest?.filter((text) => text !== seen.stands?.toString());
    throw new RefusalError({ ...said, nearest });
  }
}

/** What was refused, by us or by the constraint that has the last word; null for anything else. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof RefusalError) return error.refusal;
  const constraint = violatedConstraint(error);
  if (constraint === "appointments_doctor_free") return refuse("SLOT_TAKEN");
  return constraint === "appointments_patient_free" ? refuse("PATIENT_BUSY") : null;
}

async function acceptWithin(
  tx: Tx,
  patient: PatientActor,
  { appointmentId, startsAt, expectedSequence }: Acceptance,
  now: Instant,
  seen: Seen,
): Promise<void> {
  const appointment = await lockOwnAppointment(tx, patient.patientId, appointmentId, now);
  if (!appointment) throw new RefusalError(refuse("NOT_FOUND"));
  // The same tap sent again has its answer already.
  if (appointment.startsAt.equals(startsAt) && appointment.status !== "cancelled") return;
  const refusal = refuseMoving(appointment, now);
  if (refusal) throw new RefusalError(refusal);
  if (appointment.calendarSequence !== expectedSequence)
    throw new RefusalError(refuse("APPOINTMENT_CHANGED"));
  const proposal = await findLatestProposal(tx, appointmentId);
  if (!proposal || !isAnswerable(proposal, now)) throw new RefusalError(refuse("PROPOSAL_GONE"));
  if (!appointment.associationId) throw new RefusalError(refuse("ASSOCIATION_ENDED"));

  const association = await lockAssociation(
    tx,
    appointment.associationId,
    { userId: patient.userId, at: now },
    appointmentId,
  );
  Object.assign(seen, { association, stands: appointment.startsAt });
  const isProposed = proposal.startsAt.equals(startsAt);
  const facts = isProposed ? factsForProposal(association.facts) : association.facts;
  // Whether it is still free is the constraint's word.
  const slot = refuseUnlisted(association) ?? decideSlot(facts, noIntervals, startsAt, now);
  if (isRefusal(slot)) throw new RefusalError(slot);
  await updateAnswered(tx, appointmentId, "accepted", now);
  const delayMinutes = await findDelayAt(tx, association, startsAt, now);
  await updateTime(tx, appointmentId, { ...slot, ...lengthsOf(facts), delayMinutes });
  const { doctor, place } = partiesOf(association);
  const news = { kind: "appointment_moved", startsAt, ...place } as const;
  await settle(tx, { appointmentId, patient, doctor, news, movedFrom: appointment.startsAt });
}
