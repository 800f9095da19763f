import { z } from "zod";
import { appointmentIdSchema, slugSchema } from "@/lib/ids";
import { hideReason, reply, reviewAnswers } from "./form-schema";

export const reviewPageSize = 10;

const reviewId = z.guid();
/** The last review of the page before. */
const after = reviewId.optional();

export const writeInput = reviewAnswers.extend({ appointmentId: appointmentIdSchema });

export const answerInput = z.object({
  reviewId,
  reply,
  /** The answer as the doctor saw it, so that no other is overwritten; null where there was none. */
  expectedReply: z.string().nullable(),
});

export const hideInput = z.object({ reviewId, reason: hideReason });
export const reviewRef = z.object({ reviewId });

export const ofDoctorInput = z.object({ slug: slugSchema, after });

export const ownKinds = ["all", "unanswered"] as const;
export const ownReviewsInput = z.object({ show: z.enum(ownKinds).default("all"), after });

export const moderationKinds = ["all", "public", "hidden"] as const;
export const moderationInput = z.object({
  show: z.enum(moderationKinds).default("all"),
  /** Only those with so many stars. */
  rating: z.coerce.number().int().min(1).max(5).optional(),
  after,
});
