import { z } from "zod";
import type { NoTimes } from "@/features/schedules/offer";
import { nearbyKm } from "@/lib/geo";
import { slugSchema } from "@/lib/ids";
import { typedText } from "@/lib/text";
import { mostCursor, readCursor } from "./cursor";

export const sorts = ["soonest", "distance", "rating", "fee"] as const;
export type Sort = (typeof sorts)[number];

/** PRODUCT.md, Numbers. */
export const pageSizes = { usual: 20, most: 100 } as const;

/** "Soonest" looks at the free times of at most so many doctors. */
export const mostCandidates = 1000;

export const searchInput = z
  .object({
    /** A name, a speciality, or both, as people type them. */
    q: typedText(100).optional(),
    speciality: typedText(200).optional(),
    near: z
      .object({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
      })
      .optional(),
    km: z.number().min(nearbyKm.least).max(nearbyKm.most).default(nearbyKm.usual),
    language: typedText(100).optional(),
    /** In the clinic's own currency. */
    maxFee: z.number().min(0).max(10_000_000).optional(),
    clinic: slugSchema.optional(),
    sort: z.enum(sorts).default("soonest"),
    cursor: z
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
  })
  .refine((input) => input.sort !== "distance" || input.near, {
    message: "Distance needs a place to measure from.",
    path: ["sort"],
  })
  .refine((input) => !input.cursor || input.cursor.sort === input.sort, {
    message: "This is no place in a list in this order.",
    path: ["cursor"],
  });

export type SearchInput = z.infer<typeof searchInput>;

export const doctorInput = z.object({ slug: slugSchema });

export type Fee = { amount: number; currency: string };
export type RatingSummary = { value: number; count: number };

/** A clinic of a doctor as a result shows it, with the next times one can have there. */
export type ClinicOffer = {
  associationId: string;
  clinic: {
    slug: string;
    name: string;
    address: string | null;
    city: string | null;
    timezone: string;
    latitude: number | null;
    longitude: number | null;
  };
  distanceMetres: number | null;
  fee: Fee | null;
  durationMinutes: number;
  /** Start instants, ISO in UTC, ascending. */
  times: string[];
  none: NoTimes | null;
};

export type DoctorResult = {
  id: string;
  slug: string;
  name: string;
  specialization: string;
  subSpecialization: string | null;
  languages: string[];
  rating: RatingSummary | null;
  clinics: ClinicOffer[];
};

export type SearchResults = {
  doctors: DoctorResult[];
  /** How many doctors match in all; with `isCut` there are more than were looked at. */
  total: number;
  isCut: boolean;
  nextCursor: string | null;
};

/** What one can filter by: every speciality and language of a listed doctor, with their number. */
export type Facet = { value: string; doctors: number };
export type Facets = { specialities: Facet[]; languages: Facet[] };

/** A clinic of a doctor on the doctor's own page. */
export type DoctorClinic = {
  associationId: string;
  slug: string;
  name: string;
  address: string | null;
  city: string | null;
  country: string | null;
  timezone: string;
  latitude: number | null;
  longitude: number | null;
  isOpen: boolean;
  fee: Fee | null;
  durationMinutes: number;
  department: string | null;
  designation: string | null;
  isPrimary: boolean;
};

/** Everything public about a doctor. */
export type DoctorPage = {
  slug: string;
  name: string;
  specialization: string;
  subSpecialization: string | null;
  languages: string[];
  qualification: string | null;
  experienceYears: number | null;
  bio: string | null;
  patientsTreated: number;
  rating: RatingSummary | null;
  clinics: DoctorClinic[];
};
