import { z } from "zod";
import { nearbyKm } from "@/lib/geo";
import { slugSchema } from "@/lib/ids";
import { typedText } from "@/lib/text";
import { parseWall, wallText } from "@/lib/time/wall";
import { mostCursor, readCursor } from "./cursor";

/** PRODUCT.md, Numbers. */
export const pageSizes = { usual: 20, most: 100 } as const;

/** From so many matches on the map shows groups. */
export const clustersFrom = 50;

/** What a pharmacy may offer beside selling medicines, as one can ask for it. */
export const pharmacyServices = [
  "Flu vaccination",
  "Travel vaccination",
  "Blood pressure check",
  "Blood glucose test",
  "Medication review",
  "Compounding",
  "Pill packaging",
  "Wound care supplies",
  "Prescriptions",
  "Drive-through",
  "Wheelchair access",
] as const;

/** Degrees, WGS 84. A latitude that is none is mostly one of two that were swapped. */
export const placeSchema = z.object({
  latitude: z
    .number("Give the latitude in degrees, as a number: 41.88.")
    .min(-90, "A latitude lies between -90 and 90. Were latitude and longitude swapped?")
    .max(90, "A latitude lies between -90 and 90. Were latitude and longitude swapped?"),
  longitude: z
    .number("Give the longitude in degrees, as a number: -87.63.")
    .min(-180, "A longitude lies between -180 and 180.")
    .max(180, "A longitude lies between -180 and 180."),
});

const radiusKm = z
  .number("Give the radius in kilometres, as a number.")
  .positive("The radius must be more than 0 km.")
  .max(nearbyKm.most, `The radius may be ${nearbyKm.most} km at most.`)
  .default(nearbyKm.usual);

/** "now", or "2026-11-25T22:00": what the wall reads at each pharmacy, wherever it is. */
const openAt = z.string().superRefine((text, context) => {
  if (text === "now") return;
  if (/T.*(Z|[+-]\d{2}:?\d{2}|\[.*\])$/i.test(text)) {
    const message = "Give the local time without a zone, as 2026-11-25T22:00.";
    context.addIssue({ code: "custom", message });
    return;
  }
  const wall = parseWall(text);
  // A day that does not exist, as February 30, would silently be another one.
  if (wall === null || !wallText(wall).startsWith(text)) {
    const message = "This is no time. Give a local one, as 2026-11-25T22:00.";
    context.addIssue({ code: "custom", message });
  }
});

export const filtersSchema = z.strictObject({
  /** Open now, or when the wall there reads that; somebody on duty is open. */
  open: openAt.optional(),
  /** Open for some time on the coming Sunday between 6:00 and midnight; today, if it is one. */
  sundays: z.boolean().optional(),
  /** Open for some time in what is left of the coming night, 22:00 to 6:00. */
  nights: z.boolean().optional(),
  /** Delivers to the place searched around. */
  delivers: z.boolean().optional(),
  /** The name of an insurer, in upper or lower case. */
  insurance: typedText(100).optional(),
  verified: z.boolean().optional(),
  /** All of them. */
  services: z
    .array(z.enum(pharmacyServices, "We do not know this service."))
    .max(pharmacyServices.length)
    .optional(),
  minRating: z.number().min(1).max(5).optional(),
});

export type PharmacyFilters = z.infer<typeof filtersSchema>;

const area = {
  near: placeSchema,
  radiusKm,
  filters: filtersSchema.default({}),
};

export const pharmacyInput = z.object({ slug: slugSchema });

/** So many addresses are in one file for search engines, which take 50,000 at most. */
export const slugsPageSize = 10_000;

export const slugsInput = z.object({ page: z.coerce.number().int().min(0).max(9_999).default(0) });

export const searchInput = z.object({
  ...area,
  after: z
    .string()
    .max(mostCursor)
    .transform((text, context) => {
      const cursor = readCursor(text);
      if (cursor) return cursor;
      context.addIssue({ code: "custom", message: "This is no place in a list of results." });
      return z.NEVER;
    })
    .optional(),
  limit: z.int().min(1).max(pageSizes.most).default(pageSizes.usual),
});

export type SearchInput = z.infer<typeof searchInput>;

export const markersInput = z.object({
  ...area,
  /** As the map has it: the world is 256 pixels wide at 0, and twice as wide with each step. */
  zoom: z.number().min(0).max(22),
  /** Those that the list shows itself. */
  without: z.array(z.guid()).max(pageSizes.most).default([]),
});

export type MarkersInput = z.infer<typeof markersInput>;

/** Instants are ISO texts in UTC; null where no change is near. */
export type PharmacyState =
  | { isOpen: true; until: string | null; mayBeLonger: boolean }
  | { isOpen: false; opens: string | null };

/** Everything public about a pharmacy that a list of them shows. */
export type PharmacyResult = {
  id: string;
  slug: string;
  name: string;
  address: string | null;
  city: string | null;
  phone: string | null;
  latitude: number;
  longitude: number;
  /** Metres along the ground. */
  distance: number;
  timezone: string;
  /** By its hours, at the moment asked for (now, unless a time was given); null where unknown. */
  state: PharmacyState | null;
  /** On duty at that moment, until (ISO). */
  duty: { until: string } | null;
  isVerified: boolean;
  deliveryRadiusKm: number | null;
  rating: number | null;
  ratingCount: number;
  /** ISO. */
  hoursConfirmedAt: string | null;
};

export type SearchResults = { results: PharmacyResult[]; next: string | null };

export type PharmacyPin = {
  id: string;
  slug: string;
  name: string;
  latitude: number;
  longitude: number;
  /** By its hours at the moment asked for; null where unknown. */
  isOpen: boolean | null;
  isOnDuty: boolean;
};

export type PharmacyCluster = {
  /** The middle of those in it. */
  latitude: number;
  longitude: number;
  count: number;
  /** [south, west, north, east]; west is beyond east across the date line. */
  bounds: [number, number, number, number];
};

/** What the map shows of an area; `total` counts all that match, the ones left out too. */
export type Markers = { total: number; pins: PharmacyPin[]; clusters: PharmacyCluster[] };
