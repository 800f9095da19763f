import { z } from "zod";
import { openingHoursSchema } from "@/features/opening-hours/schema";
import { weeklyHoursSchema } from "@/features/schedules/schema";
import { typedText } from "@/lib/text";
import { clinicFacts, pharmacyFacts, statusForm } from "./form-schema";
import { givenStatuses, mergedFacts } from "./schema-names";

export const clinicRef = z.object({ clinicId: z.guid() });
export const pharmacyRef = z.object({ pharmacyId: z.guid() });

export const clinicsInput = z.object({
  show: z.enum(["proposed", ...givenStatuses, "all"]).default("all"),
  /** Words of the name or the town. */
  text: typedText(100).default(""),
  /** The last clinic of the page before. */
  after: z.guid().optional(),
});

export const zoneInput = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

const expectedRevision = z.int().min(0);

export const clinicAnswers = clinicFacts.extend({ hours: weeklyHoursSchema });
export type ClinicAnswers = z.infer<typeof clinicAnswers>;

export const createClinicInput = z.object({ answers: clinicAnswers });
export const updateClinicInput = clinicRef.extend({ expectedRevision, answers: clinicAnswers });
export const statusInput = clinicRef.extend({
  expectedRevision,
  status: z.enum(givenStatuses),
  reason: statusForm.shape.reason,
});
export const approveInput = clinicRef.extend({ expectedRevision });
export const declineInput = clinicRef.extend({
  expectedRevision,
  reason: statusForm.shape.reason,
});

export const pairInput = z.object({ goesId: z.guid(), staysId: z.guid() });
export const mergeInput = pairInput.extend({
  goesRevision: expectedRevision,
  staysRevision: expectedRevision,
  /** Taken from the clinic that goes; everything else stays as it is. */
  take: z.array(z.enum(mergedFacts)).max(mergedFacts.length),
});

export const pharmacyAnswers = pharmacyFacts
  .extend({ deliveryRadiusKm: z.number().min(0.1).max(100).nullable() })
  .refine((answers) => answers.supportsDelivery === (answers.deliveryRadiusKm !== null), {
    path: ["deliveryRadiusKm"],
    message: "radius",
  });
export type PharmacyAnswers = z.infer<typeof pharmacyAnswers>;
export const createPharmacyInput = z.object({ answers: pharmacyAnswers });
export const pharmacyHoursInput = pharmacyRef.extend({
  expectedRevision,
  hours: openingHoursSchema,
});
export const updatePharmacyInput = pharmacyRef.extend({
  expectedRevision,
  answers: pharmacyAnswers,
});
