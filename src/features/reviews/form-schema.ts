import { z } from "zod";
import { typedText } from "@/lib/text";

/*
 * What the forms of this feature ask, apart from schema.ts so that no form loads Temporal.
 */

/** Best first, as they are offered. */
export const stars = ["5", "4", "3", "2", "1"] as const;

export const longestComment = 1000;
export const longestReply = 1000;
export const longestReason = 500;

/** Words are the patient's choice; the stars alone are a review. */
const comment = typedText(longestComment);

export const reply = typedText(longestReply).pipe(
  z.string().min(1, "Write a few words, or leave the review without an answer."),
);

export const hideReason = typedText(longestReason).pipe(
  z.string().min(1, "Say in a few words why it is hidden."),
);

export const reviewForm = z.object({
  rating: z.enum(stars, { error: "Choose how many stars." }).transform(Number),
  comment,
});
export const replyForm = z.object({ reply });
export const hideForm = z.object({ reason: hideReason });

export const reviewAnswers = z.object({ rating: z.int().min(1).max(5), comment });
