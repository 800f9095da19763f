import type { PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { deleteFeed } from "../store";

/** Takes the doctor's calendar off the net at once; where there is none, nothing happens. */
export async function revokeFeed(
  db: PrismaClient,
  { userId, doctorId }: { userId: UserId; doctorId: DoctorId },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await deleteFeed(tx, doctorId))) return;
    await recordAudit(tx, {
      actorUserId: userId,
      action: "doctor.revoke-calendar-feed",
      subjectType: "doctor",
      subjectId: doctorId,
    });
  });
}
