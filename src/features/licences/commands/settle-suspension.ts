import { wordNews } from "@/features/notifications/rules";
import { messagesSql, type NewMessage } from "@/features/notifications/store";
import type { DoctorId, UserId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import type { Tx } from "@/server/db";
import { wordSuspension } from "../rules";
import type { Licence } from "../store";
import { listAhead } from "../unserved-store";

/** A statement holds some ten thousand values, and a message is six. */
const mostAtOnce = 1000;

type Settled = {
  userId: UserId;
  doctorId: DoctorId;
  licence: Licence;
  isSuspended: boolean;
  reason: string;
};

/**
 * What a suspension and its end leave behind, in its transaction: a record, word to the doctor with
 * the reason, and word to the patients ahead without it.
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
  const words = wordSuspension(isSuspended, reason);
  const kind = isSuspended ? "appointment_looked_at" : "appointment_stands";
  const messages: NewMessage[] = [
    { userId: licence.userId, kind: ofDoctor, data: {}, ...words },
    ...ahead.map(({ id, patientUserId, doctorName, ...visit }) => ({
      userId: patientUserId,
      kind,
      data: { appointmentId: id },
      ...wordNews({ kind, ...visit }, doctorName),
    })),
  ];
  for (let at = 0; at < messages.length; at += mostAtOnce)
    await tx.$executeRaw(messagesSql(messages.slice(at, at + mostAtOnce)));
}
