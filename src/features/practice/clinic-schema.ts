import { z } from "zod";
import { parsePoint } from "@/lib/geo";
import { typedText } from "@/lib/text";

/*
 * Finding a clinic, or proposing one that is not there yet. Forms load this: no Temporal.
 */

const line = (shortest: number, longest: number) =>
  typedText(longest).pipe(
    z
      .string()
      .min(shortest)
      .regex(/^\P{Cc}*$/u, "invalid"),
  );

/** A point as "latitude, longitude" in degrees; "" stands for the middle of the town. */
const position = typedText(60).refine(
  (text) => text === "" || parsePoint(text) !== null,
  "position",
);

const phone = z.union([
  z.literal(""),
  z
    .string()
    .transform((typed) => typed.replace(/[\s().\-/]/g, "").replace(/^00/, "+"))
    .pipe(z.e164()),
]);

export const findInput = z.object({ text: typedText(100) });
export const clinicRef = z.object({ clinicId: z.guid() });

/** What a town says about a clinic in it; a point picked on the map says it better. */
export const placeInput = z.object({ city: typedText(200), position });

export const proposeForm = z.object({
  name: line(3, 255),
  address: line(5, 500),
  /** A place of the gazetteer by its label: "Chicago, IL, United States". */
  city: line(2, 200),
  position,
  currency: z.string().regex(/^[A-Z]{3}$/, "choose"),
  timezone: z.string().min(1).max(64),
  phone,
  website: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(500)]),
});

export const proposeInput = z.object({
  answers: proposeForm,
  /** Said after seeing the clinics that are much alike: it is none of them. */
  isNone: z.boolean(),
});

export type ProposeAnswers = z.infer<typeof proposeForm>;

/** A clinic that a doctor may join, or has joined already. */
export type FoundClinic = {
  id: string;
  name: string;
  address: string | null;
  city: string | null;
  country: string | null;
  currency: string;
  timezone: string;
  /** Waits for an administrator's look; only whoever proposed it sees it. */
  isProposed: boolean;
  /** The doctor's association that goes on there. */
  associationId: string | null;
};
