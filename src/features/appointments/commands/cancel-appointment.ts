import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import { inTransaction } from "@/server/db";
import { lockAssociation, partiesOf } from "../bookable";
import { refuseCancelling } from "../rules";
import type { cancelInput } from "../schema";
import { lockOwnAppointment, updateCancelled } from "../store";
import type { PatientActor } from "./book-appointment";
import { settle } from "./settle";

/**
 * Cancels a patient's own appointment within its notice and frees the time. Sent twice, it cancels
 * once. Refuses NOT_FOUND (another's too), APPOINTMENT_OVER, STEP_NOT_POSSIBLE for who has arrived, and
 * CANCELLATION_TOO_LATE.
 */
export async function cancelAppointment(
  db: PrismaClient,
  patient: PatientActor,
  { appointmentId, reason }: z.infer<typeof cancelInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const appointment = await lockOwnAppointment(tx, patient.patientId, appointmentId, now);
    if (!appointment) throw new RefusalError(refuse("NOT_FOUND"));
    if (appointment.status === "cancelled") return;
    const refusal = refuseCancelling(appointment, now);
    if (refusal) throw new RefusalError(refusal);
    const { associationId, startsAt } = appointment;
    // Locked before the time is freed: whoever books it now holds the association and would wait for us.
    const acting = { userId: patient.userId, at: now, reason };
    const association = associationId && (await lockAssociation(tx, associationId, acting));
    if (!association) await actAs(tx, acting);
    await updateCancelled(tx, appointmentId, { userId: patient.userId, reason, at: now });
    const { doctor, place } = association
      ? partiesOf(association)
      : { doctor: null, place: { timezone: appointment.timezone, clinicName: null } };
    const news = { kind: "appointment_cancelled", startsAt, ...place } as const;
    await settle(tx, { appointmentId, patient, doctor, news });
  });
}
