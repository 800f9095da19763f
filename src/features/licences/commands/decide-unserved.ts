import type { z } from "zod";
import { cancelByPlatformWithin } from "@/features/appointments/within";
import { wordNews } from "@/features/notifications/rules";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { refuseOwn } from "../policy";
import type { decideInput } from "../schema";
import {
  findCauses,
  insertKept,
  type LockedAppointment,
  lockAppointments,
} from "../unserved-store";

type Decision = z.infer<typeof decideInput>;
type Seen = Decision["appointments"][number];

/** Each is carried out by itself, and there may be fifty. */
const longestMs = 60_000;

/**
 * Cancels appointments that nobody can keep, or leaves them standing whatever the cause: all of them
 * or none. Those whom it concerns are told. Sent twice, it decides once.
 *
 * Refuses NOT_FOUND, OWN_APPLICATION for one's own, APPOINTMENT_CHANGED for one that moved meanwhile,
 * and ALREADY_DECIDED for one that somebody else has decided about or that has righted itself.
 */
export async function decideUnserved(
  db: PrismaClient,
  administrator: { userId: UserId },
  decision: Decision,
  now: Instant,
): Promise<void> {
  const decide = (tx: Tx) => decideWithin(tx, administrator.userId, decision, now);
  await inTransaction(db, decide, { timeout: longestMs });
}

async function decideWithin(tx: Tx, userId: UserId, decision: Decision, now: Instant) {
  const ids = decision.appointments.map(({ appointmentId }) => appointmentId);
  const locked = await lockAppointments(tx, ids);
  if (locked.length !== new Set(ids).size) throw new RefusalError(refuse("NOT_FOUND"));
  const causes = await findCauses(tx, ids, now);
  for (const appointment of locked) {
    const own = refuseOwn(userId, [appointment.doctorUserId, appointment.patientUserId]);
    if (own) throw new RefusalError(own);
    const seen = decision.appointments.find(
      ({ appointmentId }) => appointmentId === appointment.id,
    );
    if (!seen || isDone(appointment, seen, userId, decision)) continue;
    if (causes.get(appointment.id) !== seen.cause)
      throw new RefusalError(refuse("ALREADY_DECIDED"));
    if (appointment.revision !== seen.revision)
      throw new RefusalError(refuse("APPOINTMENT_CHANGED"));
    await carryOut(tx, userId, appointment, { ...decision, ...seen }, now);
  }
}

/** Whether this very decision was carried out before. */
function isDone(
  { status, cancelledBy, cancellationReason, kept }: LockedAppointment,
  { cause }: Seen,
  userId: UserId,
  { choice, reason }: Decision,
): boolean {
  if (choice === "keep")
    return kept.some((one) => one.cause === cause && one.by === userId && one.reason === reason);
  return status === "cancelled" && cancelledBy === userId && cancellationReason === reason;
}

async function carryOut(
  tx: Tx,
  userId: UserId,
  appointment: LockedAppointment,
  { choice, cause, reason }: Decision & Seen,
  now: Instant,
): Promise<void> {
  const {
    id: appointmentId,
    patientUserId,
    doctorName,
    startsAt,
    timezone,
    clinicName,
  } = appointment;
  if (choice === "cancel")
    return cancelByPlatformWithin(tx, { appointmentId, adminUserId: userId, reason, now });
  await insertKept(tx, appointmentId, { cause, by: userId, at: now, reason });
  await recordAudit(tx, {
    actorUserId: userId,
    action: "appointment.keep",
    subjectType: "appointment",
    subjectId: appointmentId,
    details: { cause, reason },
  });
  // Only after a suspension were patients told that somebody looks at it.
  if (cause !== "suspended" || !patientUserId) return;
  const kind = "appointment_stands";
  const words = wordNews({ kind, startsAt, timezone, clinicName }, doctorName);
  const message = { userId: patientUserId, kind, data: { appointmentId }, ...words };
  await tx.$executeRaw(messagesSql([message]));
}
