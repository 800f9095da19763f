import { z } from "zod";
import { typedText } from "@/lib/text";

/*
 * What the forms of this feature ask, apart from schema.ts so that no form loads Temporal.
 */

export const symptoms = typedText(2000).pipe(z.string().min(1, "Say in a few words why you come."));

export const cancelReason = typedText(500).pipe(
  z.string().min(1, "Say in a few words why you cancel."),
);

export const reasonForm = z.object({ symptoms });
export const cancelForm = z.object({ reason: cancelReason });
