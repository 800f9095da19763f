import type { AppointmentId, DoctorId, UserId } from "@/lib/ids";
import { RefusalError } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import type { Tx } from "@/server/db";
import { lockOwnVisit, settleVisit } from "./commands/change-visit";
import { refuseStep } from "./rules";
import { updateCancelled } from "./store";
import { findDoctorName, lockAssociationOf } from "./visit-store";

/*
 * What another feature may do with an appointment within a transaction of its own.
 */

type CancelByDoctor = {
  appointmentId: AppointmentId;
  doctorId: DoctorId;
  doctorUserId: UserId;
  /** The patient reads it at the appointment. */
  reason: string;
  now: Instant;
};

/**
 * Cancels an appointment in its doctor's name, frees its time and tells the patient. One that is
 * cancelled already stays as it is. Refuses NOT_FOUND (another doctor's too) and STEP_NOT_POSSIBLE.
 */
export async function cancelByDoctorWithin(tx: Tx, cancel: CancelByDoctor): Promise<void> {
  const { appointmentId, doctorId, doctorUserId, reason, now } = cancel;
  const visit = await lockOwnVisit(tx, doctorId, appointmentId);
  if (visit.status === "cancelled") return;
  const refusal = refuseStep("cancel", "doctor", visit, now);
  if (refusal) throw new RefusalError(refusal);
  await actAs(tx, { userId: doctorUserId, at: now, reason });
  await lockAssociationOf(tx, visit);
  await updateCancelled(tx, appointmentId, { userId: doctorUserId, reason, at: now });
  const name = await findDoctorName(tx, doctorId);
  await settleVisit(tx, {
    doctor: { userId: doctorUserId, name },
    visit,
    action: "appointment.cancel",
    details: { startsAt: visit.startsAt.toString() },
    news: { kind: "appointment_cancelled" },
  });
}
