import type { z } from "zod";
import type { AppointmentNews } from "@/features/notifications/rules";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import { inTransaction, type Tx } from "@/server/db";
import type { takeInput } from "../agenda-schema";
import { type AppointmentStatus, type DayStep, isStepFor, refuseStep, targetOf } from "../rules";
import { findLastStep, type LockedVisit, lockAssociationOf, updateStatus } from "../visit-store";
import { type DoctorActor, lockOwnVisit, orConstraint, settleVisit } from "./change-visit";

/** The steps that a patient is told of. */
const newsOf: Partial<Record<DayStep, AppointmentNews["kind"]>> = {
  confirm: "appointment_confirmed",
  no_show: "visit_no_show",
};

/**
 * Takes one step of a visit: confirm, arrive, start, complete, no_show or reopen. The same step sent
 * twice is taken once; of two different ones at once the second is told.
 *
 * Refuses NOT_ALLOWED for a step that needs a licence, NOT_FOUND (another doctor's too), APPOINTMENT_CHANGED, and what `refuseStep` refuses; on
 * reopening a missed one VISITS_OVERLAP and PATIENT_ELSEWHERE, where its time has gone to someone else.
 */
export async function takeStep(
  db: PrismaClient,
  doctor: DoctorActor,
  input: z.infer<typeof takeInput>,
  now: Instant,
): Promise<void> {
  await orConstraint(inTransaction(db, (tx) => takeWithin(tx, doctor, input, now)));
}

async function takeWithin(
  tx: Tx,
  doctor: DoctorActor,
  { appointmentId, expectedRevision, step }: z.infer<typeof takeInput>,
  now: Instant,
): Promise<void> {
  if (!isStepFor(doctor.isLicensed, step)) throw new RefusalError(refuse("NOT_ALLOWED"));
  const visit = await lockOwnVisit(tx, doctor.doctorId, appointmentId);
  if (visit.revision !== expectedRevision) {
    if (await isTakenBy(tx, doctor, visit, step)) return;
    throw new RefusalError(refuse("APPOINTMENT_CHANGED"));
  }
  const refusal = refuseStep(step, "doctor", visit, now);
  if (refusal) throw new RefusalError(refusal);
  const status = targetOf(step, visit.status);
  if (!status || status === "cancelled") throw new RefusalError(refuse("STEP_NOT_POSSIBLE"));
  await actAs(tx, { userId: doctor.userId, at: now });
  await lockAssociationOf(tx, visit);
  await updateStatus(tx, appointmentId, status);
  const kind = newsOf[step];
  await settleVisit(tx, {
    doctor,
    visit,
    action: `appointment.${step}`,
    details: { from: visit.status, to: status } satisfies Record<string, AppointmentStatus>,
    ...(kind && { news: { kind } }),
  });
}

/** Whether the last step was this very one, by this doctor: sent again, or from a second tab. */
async function isTakenBy(tx: Tx, doctor: DoctorActor, visit: LockedVisit, step: DayStep) {
  const last = await findLastStep(tx, visit.id);
  return (
    last?.by === doctor.userId &&
    last.from !== null &&
    last.to === visit.status &&
    targetOf(step, last.from) === last.to
  );
}
