import { wordNews } from "@/features/notifications/rules";
import { messagesSql } from "@/features/notifications/store";
import type { AppointmentId, DoctorId, UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import type { Tx } from "@/server/db";
import { lockOwnVisit, settleVisit } from "./commands/change-visit";
import { refuseStep } from "./rules";
import { updateCancelled } from "./store";
import { findDoctorName, findVisitParties, lockAssociationOf } from "./visit-store";

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

type CancelByPlatform = {
  appointmentId: AppointmentId;
  /** The administrator who decides. */
  adminUserId: UserId;
  /** Patient and doctor read it at the appointment. */
  reason: string;
  now: Instant;
};

/**
 * Cancels an appointment that its doctor or its clinic cannot keep, in an administrator's name: frees
 * its time and tells patient and doctor. One that is cancelled already stays as it is. Refuses
 * NOT_FOUND, APPOINTMENT_OVER for what has begun, and STEP_NOT_POSSIBLE.
 */
export async function cancelByPlatformWithin(tx: Tx, cancel: CancelByPlatform): Promise<void> {
  const { appointmentId, adminUserId, reason, now } = cancel;
  const parties = await findVisitParties(tx, appointmentId);
  if (!parties) throw new RefusalError(refuse("NOT_FOUND"));
  const { doctorId, doctorUserId, doctorName, patientName } = parties;
  const visit = await lockOwnVisit(tx, doctorId, appointmentId);
  if (visit.status === "cancelled") return;
  const refusal = refuseStep("cancel", "platform", visit, now);
  if (refusal) throw new RefusalError(refusal);
  await actAs(tx, { userId: adminUserId, at: now, reason });
  await lockAssociationOf(tx, visit);
  await updateCancelled(tx, appointmentId, { userId: adminUserId, reason, at: now });
  const kind = "appointment_cancelled";
  await settleVisit(tx, {
    doctor: { userId: adminUserId, name: doctorName },
    visit,
    action: "appointment.cancel",
    details: { startsAt: visit.startsAt.toString(), reason },
    news: { kind },
  });
  const { startsAt, timezone, clinicName } = visit;
  const words = wordNews({ kind, startsAt, timezone, clinicName }, patientName ?? "A patient");
  const message = { userId: doctorUserId, kind, data: { appointmentId }, ...words };
  await tx.$executeRaw(messagesSql([message]));
}
