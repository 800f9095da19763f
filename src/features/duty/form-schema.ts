import { z } from "zod";
import { countryCodes } from "@/lib/countries";
import { parsePoint } from "@/lib/geo";
import { slugSchema } from "@/lib/ids";
import { typedText } from "@/lib/text";

/*
 * What an administrator says about night and Sunday duty. Forms load this: no Temporal.
 */

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "dutyTime");

const facts = {
  name: typedText(100).pipe(
    z
      .string()
      .min(2)
      .regex(/^\P{Cc}*$/u, "invalid"),
  ),
  slug: typedText(100).pipe(
    z
      .string()
      .min(1)
      .refine((text) => text === "" || slugSchema.safeParse(text).success, "slug"),
  ),
  country: z.string().refine((code) => countryCodes.includes(code), "choose"),
  /** "latitude, longitude" of its middle. */
  position: typedText(60).refine((text) => parsePoint(text)?.isSwapped === false, "position"),
  timezone: z.string().min(1, "choose").max(64),
  /** Somebody must be on duty every night. */
  nights: z.boolean(),
  nightsFrom: clock,
  nightsTo: clock,
  /** And on Sundays and public holidays; an end of 00:00 is the end of the day. */
  sundays: z.boolean(),
  sundaysFrom: clock,
  sundaysTo: clock,
};

type Times = Record<"nights" | "sundays", boolean> &
  Record<"nightsFrom" | "nightsTo" | "sundaysFrom" | "sundaysTo", string>;

const hasCover = ({ nights, sundays }: Times) => nights || sundays;
const hasLength = ({ nights, nightsFrom, nightsTo }: Times) => !nights || nightsFrom !== nightsTo;
const isOneDay = ({ sundays, sundaysFrom, sundaysTo }: Times) =>
  !sundays || sundaysTo === "00:00" || sundaysFrom < sundaysTo;

const noCover = { path: ["nights"], message: "dutyCover" };
const noLength = { path: ["nightsTo"], message: "dutyTime" };
const noDay = { path: ["sundaysTo"], message: "dutyEnd" };

/** As the form sends it and the command takes it; kilometres. */
export const districtAnswers = z
  .object({ ...facts, radiusKm: z.number().min(0.1).max(100) })
  .refine(hasCover, noCover)
  .refine(hasLength, noLength)
  .refine(isOneDay, noDay);
export type DistrictAnswers = z.infer<typeof districtAnswers>;

const kilometres = z
  .string()
  .transform((typed) => (typed.trim() ? Number(typed.trim().replace(",", ".")) : Number.NaN))
  .pipe(z.number("dutyRadius").min(0.1, "dutyRadius").max(100, "dutyRadius"));

export const districtForm = z
  .object({ ...facts, radiusKm: kilometres })
  .refine(hasCover, noCover)
  .refine(hasLength, noLength)
  .refine(isOneDay, noDay);
export type DistrictDraft = z.input<typeof districtForm>;

const wall = z.string().regex(/^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}$/, "dutyMoment");

/** One shift; both times as the district's own clocks show them. */
export const shiftForm = z.object({
  pharmacyId: z.guid("dutyPharmacy"),
  from: wall,
  to: wall,
});
export type ShiftAnswers = z.infer<typeof shiftForm>;

const mostTurns = { pharmacies: 50, days: 92 } as const;

/** Pharmacies that take turns in this order, from a day of the district's calendar on. */
export const rotaFacts = z.object({
  pharmacyIds: z.array(z.guid()).min(1, "dutyPharmacies").max(mostTurns.pharmacies),
  firstDate: z.iso.date("date"),
  days: z.int().min(1).max(mostTurns.days),
});
export type RotaAnswers = z.infer<typeof rotaFacts>;

const wholeDays = z
  .string()
  .transform((typed) => (typed.trim() ? Number(typed.trim()) : Number.NaN))
  .pipe(z.int("dutyDays").min(1, "dutyDays").max(mostTurns.days, "dutyDays"));

export const rotaForm = rotaFacts.extend({ days: wholeDays });
export type RotaDraft = z.input<typeof rotaForm>;
