import { z } from "zod";
import { slugSchema } from "@/lib/ids";
import { typedText } from "@/lib/text";
import { districtAnswers, rotaFacts, shiftForm } from "./form-schema";

const districtRef = z.object({ districtId: z.guid() });

export const districtInput = districtRef;
export const createDistrictInput = z.object({ answers: districtAnswers });
export const updateDistrictInput = districtRef.extend({
  expectedRevision: z.int().min(0),
  answers: districtAnswers,
});

export const pharmaciesInput = districtRef.extend({ text: typedText(100) });

/** A shift as somebody saw it, in epoch milliseconds. */
const seenShift = z.object({ pharmacyId: z.guid(), startMs: z.int(), endMs: z.int() });
export type SeenShift = z.infer<typeof seenShift>;

export const addShiftInput = districtRef.extend({ answers: shiftForm });
export const updateShiftInput = z.object({
  shiftId: z.guid(),
  seen: seenShift,
  answers: shiftForm,
});
export const removeShiftInput = z.object({ shiftId: z.guid(), seen: seenShift });

export const planInput = districtRef.extend(rotaFacts.shape);
/** With the shifts that the plan promised, so that nothing else is written. */
export const saveRotaInput = planInput.extend({ promised: z.array(seenShift).min(1).max(400) });

const point = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
/** Without a point all districts by name; with one the nearest first. */
export const publicInput = z.object({ near: point.optional() });
export const publicDistrictInput = z.object({ slug: slugSchema });
