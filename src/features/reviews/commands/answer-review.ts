import type { z } from "zod";
import { messagesSql } from "@/features/notifications/store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { UserId, VerifiedDoctorId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction } from "@/server/db";
import { wordAnswer } from "../rules";
import type { answerInput } from "../schema";
import { lockAnswerable, updateReply } from "../store";

type Answerer = { doctorId: VerifiedDoctorId; userId: UserId; name: string };

/**
 * A doctor answers a review of theirs, or changes the answer; the patient is told of the first.
 * Refuses NOT_FOUND (another's and hidden ones, too) and CHANGED_MEANWHILE where the answer is no
 * longer the one that the doctor saw.
 */
export async function answerReview(
  db: PrismaClient,
  doctor: Answerer,
  { reviewId, reply, expectedReply }: z.infer<typeof answerInput>,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const review = await lockAnswerable(tx, doctor.doctorId, reviewId);
    if (!review) throw new RefusalError(refuse("NOT_FOUND"));
    // The same answer sent again has been given already.
    if (review.reply === reply) return;
    if (review.reply !== expectedReply) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
    await updateReply(tx, reviewId, reply, now);
    await recordAudit(tx, {
      actorUserId: doctor.userId,
      action: "review.answer",
      subjectType: "review",
      subjectId: reviewId,
    });
    const { patientUserId, appointmentId, clinicName } = review;
    if (review.reply !== null || !patientUserId) return;
    await tx.$executeRaw(
      messagesSql([
        {
          userId: patientUserId,
          kind: "review_answered",
          data: { appointmentId },
          ...wordAnswer(doctor.name, clinicName),
        },
      ]),
    );
  });
}
