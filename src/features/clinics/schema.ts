import { z } from "zod";
import { slugSchema } from "@/lib/ids";

export const clinicInput = z.object({ slug: slugSchema });

/** How many clinics the list of all shows; a city's own page is a search. */
export const mostClinics = 500;
