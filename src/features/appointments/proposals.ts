import { wordNews } from "@/features/notifications/rules";
import { messagesSql } from "@/features/notifications/store";
import { decideSlot } from "@/features/schedules/rules";
import type { ScheduleFacts } from "@/features/schedules/schema";
import { listScheduleFacts } from "@/features/schedules/store";
import type { AppointmentId, DoctorId, UserId } from "@/lib/ids";
import { isRefusal, RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import type { Tx } from "@/server/db";
import { around, listBusyForBoth, partiesOf, refuseUnlisted, withNearest } from "./bookable";
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
  const [association] = associationId
    ? await listScheduleFacts(tx, { associationId }, now, { except: appointmentId })
    : [];
  if (!association) throw new RefusalError(refuse("ASSOCIATION_ENDED"));

  const seeker = { patientId, except: appointmentId };
  const both = await listBusyForBoth(tx, association, seeker, around(startsAt));
  const facts = factsForProposal(both.facts);
  const verdict = refuseUnlisted(association) ?? decideSlot(facts, both.busy, startsAt, now);
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
    const kind = "appointment_proposed";
    const news = { kind, startsAt: appointment.startsAt, proposedAt: startsAt, ...place } as const;
    const message = { userId: patientUserId, kind, data: { appointmentId } };
    await tx.$executeRaw(messagesSql([{ ...message, ...wordNews(news, doctor.name) }]));
  }
}

/** The facts for a time that the doctor proposes: open for it, at whatever notice. */
export function factsForProposal(facts: ScheduleFacts): ScheduleFacts {
  return { ...facts, noticeMinutes: 0, isBookingEnabled: true };
}
