import type { z } from "zod";
import type { clinicsInput } from "./schema";

export type ClinicsFilter = z.infer<typeof clinicsInput>;

/** The address of a list of clinics; what is as usual is left out. */
export function clinicsHref({ show, text, after }: Partial<ClinicsFilter>): string {
  const query = new URLSearchParams();
  if (show && show !== "all") query.set("show", show);
  if (text) query.set("text", text);
  if (after) query.set("after", after);
  return query.size > 0 ? `/admin/clinics?${query}` : "/admin/clinics";
}
