import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { RefusalError } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { refuseHandingIn, todayOf } from "../rules";
import { lockApplication, markSubmitted } from "../store";

/** Hands a doctor's own application in. Sent twice, it does so once. Refuses APPLICATION_INCOMPLETE. */
export async function submitApplication(
  db: PrismaClient,
  { userId, doctorId }: { userId: UserId; doctorId: DoctorId },
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const application = await lockApplication(tx, doctorId);
    if (application.submittedAt) return;
    const refusal = refuseHandingIn(application, todayOf(now));
    if (refusal) throw new RefusalError(refusal);
    await markSubmitted(tx, doctorId, now);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "doctor.submit",
      subjectType: "doctor",
      subjectId: doctorId,
    });
    await tx.$executeRaw(messagesSql([{ userId, ...handedIn }]));
  });
}

const handedIn = {
  kind: "application_submitted",
  title: "Application handed in",
  body: "We check your licence and your documents, and write to you here when that is done.",
  data: {},
};
