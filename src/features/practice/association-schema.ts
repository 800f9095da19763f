import { z } from "zod";
import { associationIdSchema } from "@/lib/ids";
import { typedText } from "@/lib/text";

/*
 * What a doctor says about working at a clinic. Forms load this, so nothing here loads Temporal; a
 * form, the wire and the command parse alike, so each schema accepts its own output.
 */

/** One line; what would not show is refused. */
const line = (longest: number) =>
  typedText(longest).pipe(z.string().regex(/^\P{Cc}*$/u, "invalid"));

/** A number as it is typed; null for an empty box. */
export function numberTyped<Output>(schema: z.ZodType<Output, number | null>) {
  return z
    .union([z.string(), z.number(), z.null()])
    .transform((typed) => (typed === null || String(typed).trim() === "" ? null : Number(typed)))
    .pipe(schema);
}

const day = z.iso.date().refine((text) => text >= "1950-01-01" && text < "2100-01-01", "date");

const details = {
  /** In the clinic's currency; null for the doctor's usual fee. */
  fee: numberTyped(z.number().min(0).max(10_000_000).multipleOf(0.01).nullable()),
  department: line(100),
  designation: line(100),
  isPrimary: z.boolean(),
  /** The first clinic date. */
  startDate: day,
};

/** Joining a clinic. */
export const joinForm = z
  .object({
    ...details,
    durationMinutes: numberTyped(z.int().min(5).max(480)),
    /** The last clinic date; "" for an open end. */
    endDate: z.union([z.literal(""), day]),
  })
  .refine(({ startDate, endDate }) => endDate === "" || endDate >= startDate, {
    path: ["endDate"],
    message: "endBeforeStart",
  });

export const joinInput = z.object({ clinicId: z.guid(), answers: joinForm });

/** What may be changed of an association without any appointment falling out of its hours. */
export const detailsForm = z.object({ ...details, isBookingEnabled: z.boolean() });

export const detailsInput = z.object({
  associationId: associationIdSchema,
  /** The revision that the person saw, so that nobody overwrites what they have not seen. */
  expectedRevision: z.int().min(0),
  answers: detailsForm,
});

export const associationRef = z.object({ associationId: associationIdSchema });

export type JoinAnswers = z.infer<typeof joinForm>;
export type DetailsAnswers = z.infer<typeof detailsForm>;
