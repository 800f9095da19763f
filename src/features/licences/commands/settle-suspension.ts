import { todayOf } from "@/features/applications/rules";
import { wordNews } from "@/features/notifications/rules";
import { messagesSql, type NewMessage } from "@/features/notifications/store";
import type { DoctorId, UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import type { Tx } from "@/server/db";
import { standingOf, wordSuspension } from "../rules";
import type { Licence } from "../store";
import { listAhead } from "../unserved-store";

type Settled = {
  userId: UserId;
  doctorId: DoctorId;
  licence: Licence;
  isSuspended: boolean;
  reason: string;
};

/**
 * What a suspension and its end leave behind, in its transaction: a record, word to the doctor with
 * the reason, and word to the patients ahead without it. That their appointment takes place is told to those of whom
 * nothing else has to be decided.
 */
export async function settleSuspension(
  tx: Tx,
  { userId, doctorId, licence, isSuspended, reason }: Settled,
  now: Instant,
): Promise<void> {
  const ahead = await listAhead(tx, doctorId, now);
  await recordAudit(tx, {
    actorUserId: userId,
    action: isSuspended ? "doctor.suspend" : "doctor.reinstate",
    subjectType: "doctor",
    subjectId: doctorId,
    details: {
      reason,
      before: { isSuspended: !isSuspended },
      after: { isSuspended },
      appointmentsAhead: ahead.length,
    },
  });
  const ofDoctor = isSuspended ? "licence_suspended" : "licence_reinstated";
  const { expiresOn } = licence;
  const words = wordSuspension(standingOf({ expiresOn, isSuspended }, todayOf(now)), reason);
  const told = isSuspended ? ahead : ahead.filter(({ isUnserved }) => !isUnserved);
  const kind = isSuspended ? "appointment_looked_at" : "appointment_stands";
  const messages: NewMessage[] = [
    { userId: licence.userId, kind: ofDoctor, data: {}, ...words },
    ...told.map(({ id, patientUserId, doctorName, ...visit }) => ({
      userId: patientUserId,
      kind,
      data: { appointmentId: id },
      ...wordNews({ kind, ...visit }, doctorName),
    })),
  ];
  await tx.$executeRaw(messagesSql(messages));
}
