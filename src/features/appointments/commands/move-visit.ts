import type { z } from "zod";
import { listScheduleFacts } from "@/features/schedules/store";
import { isAfterEnd } from "@/features/schedules/windows";
import type { PrismaClient } from "@/generated/prisma/client";
import { type Refusal, RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import { inTransaction, type Tx } from "@/server/db";
import type { moveVisitInput } from "../agenda-schema";
import { updatePlace } from "../placing-store";
import { refuseStep } from "../rules";
import { findDelayAt } from "../visit-store";
import { type DoctorActor, lockOwnVisit, orConstraint, settleVisit } from "./change-visit";
import { holdPlace, makeRoom } from "./place-visit";

/** Further ahead a calendar is guesswork, and a slip of the year likely. */
const mostDaysAhead = 400;

/**
 * Puts an appointment at another time in its doctor's name, and tells the patient. Doctors may place
 * it outside their hours, on blocked time, and closer to others than the buffers. Sent twice, it moves
 * once.
 *
 * Refuses NOT_FOUND (another doctor's too), APPOINTMENT_CHANGED, what `refuseStep` says of moving,
 * SLOT_IN_PAST, SLOT_TOO_FAR, ASSOCIATION_ENDED, VISITS_OVERLAP and PATIENT_ELSEWHERE.
 */
export async function moveVisit(
  db: PrismaClient,
  doctor: DoctorActor,
  move: z.infer<typeof moveVisitInput>,
  now: Instant,
): Promise<void> {
  await orConstraint(inTransaction(db, (tx) => moveWithin(tx, doctor, move, now)));
}

async function moveWithin(
  tx: Tx,
  doctor: DoctorActor,
  { appointmentId, expectedRevision, startsAt }: z.infer<typeof moveVisitInput>,
  now: Instant,
): Promise<void> {
  const visit = await lockOwnVisit(tx, doctor.doctorId, appointmentId);
  const refusal = refuseStep("move", "doctor", visit, now);
  // The same move sent again has its answer already.
  if (!refusal && visit.startsAt.equals(startsAt)) return;
  if (visit.revision !== expectedRevision) throw new RefusalError(refuse("APPOINTMENT_CHANGED"));
  if (refusal) throw new RefusalError(refusal);
  const [association] = await listScheduleFacts(tx, { associationId: visit.associationId }, now);
  if (!association || isAfterEnd(association.facts, startsAt.epochMilliseconds))
    throw new RefusalError(refuse("ASSOCIATION_ENDED"));
  const farOff = refuseFarOff(startsAt, now);
  if (farOff) throw new RefusalError(farOff);
  const { bufferBeforeMinutes: beforeMinutes, bufferAfterMinutes: afterMinutes } =
    association.facts;
  const place = { startsAt, endsAt: startsAt.add({ minutes: visit.durationMinutes }) };
  const wanted = { beforeMinutes, afterMinutes };
  await actAs(tx, { userId: doctor.userId, at: now });
  await holdPlace(tx, doctor.doctorId, place, wanted, appointmentId);
  const buffers = await makeRoom(tx, doctor.doctorId, place, wanted, appointmentId);
  const delayMinutes = await findDelayAt(tx, association, startsAt, now);
  await updatePlace(tx, appointmentId, { ...place, delayMinutes }, buffers);
  await settleVisit(tx, {
    doctor,
    visit,
    action: "appointment.move",
    details: { startsAt: startsAt.toString(), movedFrom: visit.startsAt.toString() },
    news: { kind: "appointment_moved", startsAt },
  });
}

function refuseFarOff(startsAt: Instant, now: Instant): Refusal | null {
  if (startsAt.epochMilliseconds < now.epochMilliseconds) return refuse("SLOT_IN_PAST");
  const last = now.add({ hours: 24 * mostDaysAhead });
  return startsAt.epochMilliseconds > last.epochMilliseconds
    ? refuse("SLOT_TOO_FAR", { params: { days: mostDaysAhead } })
    : null;
}
