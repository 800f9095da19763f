import { z } from "zod";
import { plainDateSchema } from "@/features/schedules/schema";
import { appointmentIdSchema, associationIdSchema, patientIdSchema } from "@/lib/ids";
import { typedText } from "@/lib/text";
import { MS_PER_MINUTE } from "@/lib/time/civil";
import { cancelReason, visitWords, walkInName, walkInPhone } from "./form-schema";
import { daySteps } from "./rules";
import { instantSchema } from "./schema";

/** An appointment as the doctor saw it, so that nobody changes what they have not seen. */
const seen = {
  appointmentId: appointmentIdSchema,
  expectedRevision: z.int().min(0),
};

/** A time that a doctor chooses, to the minute. */
const minuteSchema = instantSchema.refine(
  (instant) => instant.epochMilliseconds % MS_PER_MINUTE === 0,
  "Give the time to the minute.",
);

/** Days of the doctor's own calendar: at most six weeks at once. */
export const rangeInput = z.object({ from: plainDateSchema, days: z.int().min(1).max(42) });

export const takeInput = z.object({ ...seen, step: z.enum(daySteps) });

export const cancelVisitInput = z.object({ ...seen, reason: cancelReason });

export const moveVisitInput = z.object({ ...seen, startsAt: minuteSchema });

export const proposeInput = z.object({
  ...seen,
  startsAt: minuteSchema,
  reason: typedText(500),
});

export const writeInput = z.object({ ...seen, ...visitWords.shape });

/** Someone at the door: known already, or new and known by name only. */
export const walkInInput = z
  .object({
    associationId: associationIdSchema,
    patientId: patientIdSchema.optional(),
    name: walkInName.optional(),
    phone: walkInPhone.optional(),
    /** Now, if not said. */
    startsAt: minuteSchema.optional(),
    /** The association's, if not said. */
    durationMinutes: z.int().min(5).max(480).optional(),
    reason: typedText(2000).default(""),
    /** Made by the form: the same key never adds two visits. */
    bookingKey: z.uuid(),
  })
  .refine((input) => Boolean(input.patientId) !== Boolean(input.name), {
    message: "Choose a patient, or write the name of a new one.",
    path: ["name"],
  });

export const findPatientsInput = z.object({ text: typedText(100).pipe(z.string().min(2)) });

/** How late the doctor is, in steps of five minutes; 0 is back on time. */
export const delayInput = z.object({
  associationId: associationIdSchema,
  minutes: z.int().min(0).max(240).multipleOf(5),
});

export const unblockInput = z.object({ blockId: z.guid() });
