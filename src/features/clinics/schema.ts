import { z } from "zod";
import { slugSchema } from "@/lib/ids";
import type { ClinicHours } from "./hours";

export const clinicInput = z.object({ slug: slugSchema });

/** How many clinics the list of all shows; a city's own page is a search. */
export const mostClinics = 500;

/** Everything public about a clinic: its desk's phone and website, nobody's e-mail. */
export type ClinicPage = {
  slug: string;
  name: string;
  description: string | null;
  contacts: { phone?: string | undefined; website?: string | undefined } | null;
  address: string | null;
  city: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  timezone: string;
  hours: ClinicHours;
  services: string[];
  amenities: string[];
  insurance: string[];
  status: "active" | "temporarily_closed" | "permanently_closed";
  rating: number | null;
  ratingCount: number;
};
