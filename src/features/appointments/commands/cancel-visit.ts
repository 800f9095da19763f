import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { inTransaction } from "@/server/db";
import type { cancelVisitInput } from "../agenda-schema";
import { cancelByDoctorWithin } from "../within";
import { type DoctorActor, lockOwnVisit, orConstraint } from "./change-visit";

/**
 * Cancels an appointment in its doctor's name, frees its time and tells the patient. Sent twice, it
 * cancels once. Refuses NOT_FOUND (another doctor's too), APPOINTMENT_CHANGED and STEP_NOT_POSSIBLE.
 */
export async function cancelVisit(
  db: PrismaClient,
  doctor: DoctorActor,
  { appointmentId, expectedRevision, reason }: z.infer<typeof cancelVisitInput>,
  now: Instant,
): Promise<void> {
  const { doctorId, userId: doctorUserId } = doctor;
  const cancelling = inTransaction(db, async (tx) => {
    const visit = await lockOwnVisit(tx, doctorId, appointmentId);
    if (visit.status !== "cancelled" && visit.revision !== expectedRevision)
      throw new RefusalError(refuse("APPOINTMENT_CHANGED"));
    await cancelByDoctorWithin(tx, { appointmentId, doctorId, doctorUserId, reason, now });
  });
  await orConstraint(cancelling);
}
