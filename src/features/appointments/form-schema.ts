import { z } from "zod";
import { typedText } from "@/lib/text";

/*
 * What the forms of this feature ask, apart from schema.ts so that no form loads Temporal.
 */

export const symptoms = typedText(2000).pipe(z.string().min(1, "Say in a few words why you come."));

export const cancelReason = typedText(500).pipe(
  z.string().min(1, "Say in a few words why you cancel."),
);

export const reasonForm = z.object({ symptoms, sharesHealth: z.boolean() });
export const cancelForm = z.object({ reason: cancelReason });

/** What the doctor writes during a visit: notes for themselves, a prescription for the patient. */
export const visitWords = z.object({ notes: typedText(10_000), prescription: typedText(5000) });

export const walkInName = typedText(255).pipe(z.string().min(1, "Write the patient’s name."));
export const walkInPhone = typedText(20);
