import { z } from "zod";
import { appointmentStatuses } from "@/features/appointments/rules";
import { appointmentIdSchema, type UserId } from "@/lib/ids";
import { typedText } from "@/lib/text";
import { parsePlainDate } from "@/lib/time/plain-date";
import { reason } from "./form-schema";
import { roles } from "./rules";

export const peoplePageSize = 30;

const userId = z.guid().transform((id) => id as UserId);
export const personRef = z.object({ userId });

const text = typedText(100).optional();

export const peopleInput = z.object({
  q: text,
  role: z.enum(roles).optional(),
  active: z.enum(["on", "off"]).optional(),
  after: z.guid().optional(),
});
export type PeopleFilter = z.infer<typeof peopleInput>;

const day = z
  .string()
  .transform(parsePlainDate)
  .refine((date) => date !== null, "date")
  .transform((date) => date?.toString());

export const appointmentsInput = z.object({
  patient: text,
  doctor: text,
  clinic: text,
  /** Whose, as the patient or as the doctor. */
  person: userId.optional(),
  status: z.enum(appointmentStatuses).optional(),
  /** Days by the clinic's clock, both included. */
  from: day.optional(),
  to: day.optional(),
  after: z.guid().optional(),
});
export type AppointmentsFilter = z.infer<typeof appointmentsInput>;

export const appointmentRef = z.object({ appointmentId: appointmentIdSchema });

export const switchInput = personRef.extend({ reason });

export const roleInput = personRef.extend({
  expectedRole: z.enum(roles),
  role: z.enum(roles),
  pharmacyId: z.guid().optional(),
  reason,
});
export const pharmaciesInput = z.object({ text: typedText(100) });
