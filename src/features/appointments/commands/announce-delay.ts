import type { z } from "zod";
import { wordNews } from "@/features/notifications/rules";
import { messagesSql } from "@/features/notifications/store";
import { listScheduleFacts } from "@/features/schedules/store";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import type { delayInput } from "../agenda-schema";
import { sessionAt } from "../session";
import { updateDelay } from "../visit-store";
import type { DoctorActor } from "./change-visit";

/**
 * Says how late the doctor runs at a clinic in the session that is on, or is next today, in minutes; 0
 * is back on time. All who still wait for their turn in it are told when they are expected now. Answers how many appointments that
 * concerns; the same again concerns none. Refuses NOT_FOUND, another doctor's association too.
 */
export async function announceDelay(
  db: PrismaClient,
  doctor: DoctorActor,
  { associationId, minutes }: z.infer<typeof delayInput>,
  now: Instant,
): Promise<{ changed: number }> {
  const { doctorId, userId, name } = doctor;
  return inTransaction(db, async (tx) => {
    const [association] = await listScheduleFacts(tx, { associationId, doctorId }, now);
    if (!association) throw new RefusalError(refuse("NOT_FOUND"));
    const session = sessionAt(association.facts, now);
    await actAs(tx, { userId, at: now });
    const waiting = await updateDelay(tx, { associationId, session }, minutes, now);
    if (waiting.length === 0) return { changed: 0 };
    await recordAudit(tx, {
      actorUserId: userId,
      action: "association.delay",
      subjectType: "association",
      subjectId: associationId,
      details: { minutes, appointments: waiting.length },
    });
    const kind = "appointment_delayed";
    const messages = waiting.flatMap(({ appointmentId, patientUserId, ...visit }) =>
      patientUserId
        ? {
            userId: patientUserId,
            kind,
            data: { appointmentId },
            ...wordNews({ kind, ...visit, delayMinutes: minutes }, name),
          }
        : [],
    );
    if (messages.length > 0) await tx.$executeRaw(messagesSql(messages));
    return { changed: waiting.length };
  });
}
