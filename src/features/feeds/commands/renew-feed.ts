import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId, VerifiedDoctorId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { feedHashOf, newFeedSecret } from "../secret";
import { saveFeed } from "../store";

/**
 * Gives the doctor's calendar a new secret address; the one before stops at once. The secret is said
 * this once and kept as a hash only.
 */
export async function renewFeed(
  db: PrismaClient,
  { userId, doctorId }: { userId: UserId; doctorId: VerifiedDoctorId },
  now: Instant,
): Promise<{ secret: string }> {
  const secret = newFeedSecret();
  await inTransaction(db, async (tx) => {
    await saveFeed(tx, doctorId, feedHashOf(secret), now);
    await recordAudit(tx, {
      actorUserId: userId,
      action: "doctor.renew-calendar-feed",
      subjectType: "doctor",
      subjectId: doctorId,
    });
  });
  return { secret };
}
