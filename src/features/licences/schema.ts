import { z } from "zod";
import { appointmentIdSchema, doctorIdSchema } from "@/lib/ids";
import { reasonForm, renewalForm } from "./form-schema";

export const renewalInput = renewalForm;
export const renewalRef = z.object({ renewalId: z.guid() });

export const doctorRef = z.object({ doctorId: doctorIdSchema });

/** A suspension, or its end, of a doctor as the administrator saw them. */
export const suspensionInput = z.object({
  ...doctorRef.shape,
  ...reasonForm.shape,
  expectedRevision: z.int().min(0),
});

/** Why an appointment ahead cannot be kept as things are; the first that holds. */
export const causes = [
  "suspended",
  "unverified",
  "account_off",
  "licence_ends",
  "clinic_closed",
] as const;
export type Cause = (typeof causes)[number];

export const unservedPageSize = 50;

export const unservedInput = z.object({
  cause: z.enum(causes).optional(),
  doctor: doctorIdSchema.optional(),
  /** The last appointment of the page before. */
  after: appointmentIdSchema.optional(),
});

export const decideInput = z.object({
  choice: z.enum(["cancel", "keep"]),
  ...reasonForm.shape,
  /** As the administrator saw them, so that nobody decides about what has changed. */
  appointments: z
    .array(
      z.object({
        appointmentId: appointmentIdSchema,
        cause: z.enum(causes),
        revision: z.int().min(0),
      }),
    )
    .min(1)
    .max(unservedPageSize),
});
