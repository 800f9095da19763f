import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { canShareHealth } from "../rules";
import type { shareInput } from "../schema";
import { lockOwnAppointment, updateSharing } from "../store";
import type { PatientActor } from "./book-appointment";

/**
 * Lets the doctor of an appointment see the health facts of the patient's profile, or no longer. Sent
 * twice, it changes once. Taking back is always possible. Refuses NOT_FOUND (another's too) and, for
 * sharing anew, APPOINTMENT_OVER.
 */
export async function shareHealth(
  db: PrismaClient,
  patient: PatientActor,
  { appointmentId, sharesHealth }: z.infer<typeof shareInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const appointment = await lockOwnAppointment(tx, patient.patientId, appointmentId, now);
    if (!appointment) throw new RefusalError(refuse("NOT_FOUND"));
    if (sharesHealth && !canShareHealth(appointment, now))
      throw new RefusalError(refuse("APPOINTMENT_OVER"));
    await actAs(tx, { userId: patient.userId, at: now });
    if (!(await updateSharing(tx, appointmentId, sharesHealth))) return;
    await recordAudit(tx, {
      actorUserId: patient.userId,
      action: "appointment.share",
      subjectType: "appointment",
      subjectId: appointmentId,
      details: { sharesHealth },
    });
  });
}
