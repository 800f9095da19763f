import { z } from "zod";
import { slugSchema } from "@/lib/ids";
import { reportKinds, settlements } from "./form-schema";

export const reportInput = z.object({ slug: slugSchema, kind: z.enum(reportKinds) });

export const settleInput = z.object({
  pharmacyId: z.guid(),
  as: z.enum(settlements),
  /** How often something was said, as the administrator saw it: what was said since stays open. */
  expectedTimes: z.int().min(1),
});

export const reportSorts = ["oldest", "most"] as const;

export const reportsInput = z.object({
  sort: z.enum(reportSorts).default("oldest"),
  /** Where the page before ended: the value it is sorted by, and the pharmacy. */
  after: z
    .string()
    .regex(/^-?\d{1,18}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(),
});
export type ReportsFilter = z.infer<typeof reportsInput>;
