import { z } from "zod";
import { typedText } from "@/lib/text";

/*
 * What the forms of this feature ask, apart from schema.ts so that no form loads Temporal.
 */

export const longestReason = 500;

const reason = typedText(longestReason).pipe(z.string().min(1, "Say in a few words why."));

export const reasonForm = z.object({ reason });

/** A renewal: whether its day is later than the present one is a matter of the database's. */
export const renewalForm = z.object({
  documentId: z.guid({ error: "choose", abort: true }),
  expiresOn: z.iso
    .date({ abort: true })
    .refine((text) => text >= "2000-01-01" && text < "2100-01-01", "renewalExpiry"),
});
