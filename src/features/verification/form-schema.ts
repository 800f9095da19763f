import { z } from "zod";
import { rejectReasons } from "@/features/applications/form-schema";
import { countryCodes } from "@/lib/countries";
import { typedText } from "@/lib/text";

/*
 * What the forms of this feature ask, apart from schema.ts so that no form loads Temporal.
 */

export const verdicts = ["verify", "ask", "reject"] as const;
export type Verdict = (typeof verdicts)[number];

export const longestWords = 1000;
const words = typedText(longestWords);
const neededWords = words.pipe(z.string().min(1));

/** One decision. What is missing, or why not, is said in words that the doctor or the pharmacy reads. */
export const verdictSchema = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("verify") }),
  z.object({ verdict: z.literal("ask"), words: neededWords }),
  z.object({
    verdict: z.literal("reject"),
    reasonCode: z.enum(rejectReasons, { error: "errors.choose" }),
    words,
  }),
]);
export type Decided = z.infer<typeof verdictSchema>;

/** The second person's answer; who does not agree says why. */
export const answerSchema = z.discriminatedUnion("answer", [
  z.object({ answer: z.literal("confirm") }),
  z.object({ answer: z.literal("return"), words: neededWords }),
  /** The first person's own way back. */
  z.object({ answer: z.literal("withdraw") }),
]);
export type Answer = z.infer<typeof answerSchema>;

export const returnForm = z.object({ words: neededWords });

export const secondReviewerModes = ["never", "countries", "always"] as const;
export type SecondReviewer = (typeof secondReviewerModes)[number];

/** When a decision takes two people. */
export const settingsForm = z
  .object({
    secondReviewer: z.enum(secondReviewerModes),
    countries: z.array(z.enum(countryCodes)).max(countryCodes.length),
  })
  .refine(
    ({ secondReviewer, countries }) => secondReviewer !== "countries" || countries.length > 0,
    {
      path: ["countries"],
      error: "errors.choose",
    },
  );
