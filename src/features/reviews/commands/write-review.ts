import type { z } from "zod";
import { lockOwnAppointment } from "@/features/appointments/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { PatientId, UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { refuseReview } from "../rules";
import type { writeInput } from "../schema";
import { insertReview } from "../store";

/**
 * A patient reviews a visit of their own, once; the ratings of doctor, association and clinic follow
 * in the same transaction. The visit is locked, so that nobody reopens it meanwhile. Refuses
 * NOT_FOUND (another's too), VISIT_NOT_COMPLETED and ALREADY_REVIEWED.
 */
export async function writeReview(
  db: PrismaClient,
  patient: { patientId: PatientId; userId: UserId },
  review: z.infer<typeof writeInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const visit = await lockOwnAppointment(tx, patient.patientId, review.appointmentId, now);
    if (!visit) throw new RefusalError(refuse("NOT_FOUND"));
    const refusal = refuseReview({ status: visit.status, isReviewed: false });
    if (refusal) throw new RefusalError(refusal);
    const reviewId = await insertReview(tx, review, now);
    if (!reviewId) throw new RefusalError(refuse("ALREADY_REVIEWED"));
    await recordAudit(tx, {
      actorUserId: patient.userId,
      action: "review.write",
      subjectType: "review",
      subjectId: reviewId,
      details: { rating: review.rating },
    });
  });
}
