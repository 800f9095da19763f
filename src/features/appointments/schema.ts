import { z } from "zod";
import { plainDateSchema } from "@/features/schedules/schema";
import { appointmentIdSchema, associationIdSchema } from "@/lib/ids";
import { parseInstant } from "@/lib/time/instant";
import { cancelReason, symptoms } from "./form-schema";

/** An instant as text, with Z or an offset; a wall time without zone is not one. */
export const instantSchema = z.string().transform((text, context) => {
  const instant = parseInstant(text);
  if (instant) return instant;
  context.addIssue({
    code: "custom",
    message: "A time needs its zone, like 2026-11-02T15:00:00Z.",
  });
  return z.NEVER;
});

export const bookInput = z.object({
  associationId: associationIdSchema,
  startsAt: instantSchema,
  symptoms,
  /** Whether this doctor may see the health facts of the patient's profile. */
  sharesHealth: z.boolean().default(false),
  /** Made by the form, once for each choice of a time: the same key never books twice. */
  bookingKey: z.uuid(),
});

export const moveInput = z.object({
  appointmentId: appointmentIdSchema,
  startsAt: instantSchema,
  /** The sequence that the person saw, so that nobody moves what has changed meanwhile. */
  expectedSequence: z.int().min(0),
});

/** The proposed time, or another free one instead of it. */
export const acceptProposalInput = z.object(moveInput.shape);

export const declineProposalInput = z.object({
  appointmentId: appointmentIdSchema,
  /** The time that was proposed when the person said no. */
  startsAt: instantSchema,
});

export const shareInput = z.object({
  appointmentId: appointmentIdSchema,
  sharesHealth: z.boolean(),
});

export const cancelInput = z.object({
  appointmentId: appointmentIdSchema,
  reason: cancelReason,
});

/** Days to which an appointment may move: at most six weeks at once. */
export const moveTimesInput = z.object({
  appointmentId: appointmentIdSchema,
  from: plainDateSchema.optional(),
  days: z.int().min(1).max(42).default(7),
});

export const appointmentRef = z.object({ appointmentId: appointmentIdSchema });

export const listInput = z.object({
  when: z.enum(["upcoming", "past"]),
  cursor: z.object({ startsAt: instantSchema, id: appointmentIdSchema }).optional(),
});

export const pageSize = 20;
