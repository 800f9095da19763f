import { z } from "zod";
import { typedText } from "@/lib/text";
import { roles } from "./rules";

export const longestReason = 500;
export const reason = typedText(longestReason).pipe(z.string().min(1));

export const reasonForm = z.object({ reason });

/** The pharmacy is asked of who is to work at one. */
export const roleForm = z
  .object({ role: z.enum(roles), pharmacyId: z.string(), reason })
  .refine(({ role, pharmacyId }) => role !== "pharmacy" || pharmacyId !== "", {
    path: ["pharmacyId"],
    message: "choose",
  });
