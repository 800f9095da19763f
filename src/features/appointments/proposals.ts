import { messagesSql } from "@/features/notifications/store";
import { decideSlot } from "@/features/schedules/rules";
import type { ScheduleFacts } from "@/features/schedules/schema";
import { type Association, listScheduleFacts } from "@/features/schedules/store";
import type { AppointmentId, DoctorId, UserId } from "@/lib/ids";
import { isRefusal, RefusalError, refuse } from "@/lib/refusal";
import { formatDayTime, zoneName } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import type { Tx } from "@/server/db";
import { listBusyForBoth, partiesOf, refuseUnlisted, withNearest } from "./bookable";
import { insertProposal, lockForProposal } from "./proposal-store";
import { refuseStep } from "./rules";

export type ProposedTime = {
  appointmentId: AppointmentId;
  doctorId: DoctorId;
  doctorUserId: UserId;
  startsAt: Instant;
  /** What the patient is told; may be empty. */
  reason: string;
  now: Instant;
};

/**
 * Proposes another time for a standing appointment with this doctor, in the caller's transaction.
 * The old time stands until the patient accepts; a proposal that was open gives way to this one.
 * Locks the appointment. Refuses NOT_FOUND (another doctor's too), ASSOCIATION_ENDED, what
 * `refuseStep` says of proposing, and of the time what booking refuses, with the nearest free ones.
 */
export async function proposeWithin(tx: Tx, proposed: ProposedTime): Promise<void> {
  const { appointmentId, doctorId, doctorUserId, startsAt, reason, now } = proposed;
  const appointment = await lockForProposal(tx, doctorId, appointmentId);
  if (!appointment) throw new RefusalError(refuse("NOT_FOUND"));
  const judged = { ...appointment, isReviewed: false, cancellationNoticeMinutes: 0 };
  const refusal = refuseStep("propose", "doctor", judged, now);
  if (refusal) throw new RefusalError(refusal);
  const { associationId, patientId, patientUserId } = appointment;
  const [association] = associationId ? await listScheduleFacts(tx, { associationId }, now) : [];
  if (!association) throw new RefusalError(refuse("ASSOCIATION_ENDED"));

  const seeker = { patientId, except: appointmentId };
  // Enough of the calendar: no slot or appointment is longer than 8 hours.
  const around = { from: startsAt.subtract({ hours: 16 }), to: startsAt.add({ hours: 16 }) };
  const busy = await listBusyForBoth(tx, association, seeker, around);
  const verdict =
    refuseUnlisted(association) ?? decideSlot(factsForProposal(association), busy, startsAt, now);
  if (isRefusal(verdict))
    throw new RefusalError(await withNearest(tx, verdict, association, seeker, startsAt, now));

  await insertProposal(tx, { appointmentId, startsAt, reason, proposedBy: doctorUserId, now });
  await recordAudit(tx, {
    actorUserId: doctorUserId,
    action: "appointment.propose",
    subjectType: "appointment",
    subjectId: appointmentId,
    details: { startsAt: appointment.startsAt.toString(), proposed: startsAt.toString() },
  });
  if (patientUserId) {
    const { doctor, place } = partiesOf(association);
    const words = wordProposal(appointment.startsAt, startsAt, { ...place, withWhom: doctor.name });
    const message = { userId: patientUserId, kind: "appointment_proposed", ...words };
    await tx.$executeRaw(messagesSql([{ ...message, data: { appointmentId } }]));
  }
}

/** The facts for a time that the doctor proposes: open for it, at whatever notice. */
export function factsForProposal({ facts }: Association): ScheduleFacts {
  return { ...facts, noticeMinutes: 0, isBookingEnabled: true };
}

type Circumstances = { timezone: string; clinicName: string | null; withWhom: string };

/** Like every message: when, where and with whom, in clinic time, and never why. */
function wordProposal(from: Instant, to: Instant, circumstances: Circumstances) {
  const { timezone, clinicName, withWhom } = circumstances;
  const place = [withWhom, clinicName].filter(Boolean).join(", ");
  return {
    title: "Another time is proposed",
    body: `${formatDayTime(to, timezone)} instead of ${formatDayTime(from, timezone)}, ${zoneName(timezone, to)}. ${place}`,
  };
}

/** Word to the doctor that a patient keeps the time they have. */
export function wordDeclined(startsAt: Instant, circumstances: Circumstances) {
  const { timezone, clinicName, withWhom } = circumstances;
  const place = [withWhom, clinicName].filter(Boolean).join(", ");
  return {
    title: "Proposed time declined",
    body: `It stays at ${formatDayTime(startsAt, timezone)}, ${zoneName(timezone, startsAt)}. ${place}`,
  };
}
