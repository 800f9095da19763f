import { z } from "zod";
import { countryCodes } from "@/lib/countries";
import { parsePoint } from "@/lib/geo";
import { slugSchema } from "@/lib/ids";
import { typedText } from "@/lib/text";
import { readLines } from "./week-lines";

/*
 * What an administrator says about a clinic or a pharmacy. Forms load this: no Temporal.
 */

export const longestWords = 500;

const line = (shortest: number, longest: number) =>
  typedText(longest).pipe(
    z
      .string()
      .min(shortest)
      .regex(/^\P{Cc}*$/u, "invalid"),
  );

const isPhone = (typed: string) =>
  z.e164().safeParse(typed.replace(/[\s().\-/]/g, "").replace(/^00/, "+")).success;

/** Kept as it is written, as long as it is a number with its country code. */
const phone = typedText(50).refine((typed) => typed === "" || isPhone(typed), "phone");
const email = z.union([z.literal(""), typedText(255).pipe(z.email())]);
const website = z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(255)]);
const tags = z.array(line(1, 100)).max(50);
const country = z.string().refine((code) => countryCodes.includes(code), "choose");
const isCurrency = (code: string) => Intl.supportedValuesOf("currency").includes(code);

/** "latitude, longitude" in degrees, not the other way round. */
const position = typedText(60)
  .pipe(z.string().min(1))
  .refine((text) => text === "" || parsePoint(text)?.isSwapped === false, "position");

const place = {
  address: line(3, 500),
  city: line(1, 100),
  country,
  position,
  /** Suggested from the position, confirmed by a person. */
  timezone: z.string().min(1, "choose").max(64),
};

const slug = typedText(255).pipe(
  z
    .string()
    .min(1)
    .refine((text) => text === "" || slugSchema.safeParse(text).success, "slug"),
);

/** What a clinic and a pharmacy have in common. */
const common = {
  name: line(2, 255),
  slug,
  description: typedText(3000),
  phone,
  email,
  website,
  services: tags,
  insurance: tags,
  ...place,
};

/** The clinic's facts but for its hours, which are typed in one way and sent in another. */
export const clinicFacts = z.object({
  ...common,
  currency: z.string().refine(isCurrency, "choose"),
  amenities: tags,
});

const dayLine = typedText(300);
const weekLines = z
  .object({
    monday: dayLine,
    tuesday: dayLine,
    wednesday: dayLine,
    thursday: dayLine,
    friday: dayLine,
    saturday: dayLine,
    sunday: dayLine,
  })
  .transform((lines, context) => {
    const { hours, problems } = readLines(lines);
    for (const { day, key } of problems)
      context.addIssue({ code: "custom", path: [day], message: key });
    return hours;
  });

export const clinicForm = clinicFacts.extend({ hours: weekLines });
export type ClinicDraft = z.input<typeof clinicForm>;

const kilometres = z
  .string()
  .transform((typed) => Number(typed.trim().replace(",", ".")))
  .pipe(z.number().min(0.1).max(100).multipleOf(0.01));

export const pharmacyFacts = z.object({
  ...common,
  isActive: z.boolean(),
  supportsDelivery: z.boolean(),
  acceptsInsurance: z.boolean(),
  licenseNumber: typedText(100),
  licenseAuthority: typedText(200),
  licenseCountry: z.union([z.literal(""), country]),
  licenseExpiresOn: z.union([z.literal(""), z.iso.date()]),
});

type Delivery = { supportsDelivery: boolean; deliveryRadiusKm: string };

/** The radius, in kilometres, is asked only of those that deliver. */
export function readRadius<T extends Delivery>(answers: T, context: z.RefinementCtx) {
  const { deliveryRadiusKm: typed, ...rest } = answers;
  const radius = kilometres.safeParse(typed);
  if (!answers.supportsDelivery) return { ...rest, deliveryRadiusKm: null };
  if (radius.success) return { ...rest, deliveryRadiusKm: radius.data };
  context.addIssue({ code: "custom", path: ["deliveryRadiusKm"], message: "radius" });
  return z.NEVER;
}

export const pharmacyForm = pharmacyFacts
  .extend({ deliveryRadiusKm: z.string() })
  .transform(readRadius);
export type PharmacyDraft = z.input<typeof pharmacyForm>;

const words = typedText(longestWords);
export const statusForm = z.object({ reason: words.pipe(z.string().min(1, "required")) });
