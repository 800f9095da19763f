import { RefusalError, refuse } from "@/lib/refusal";
import { violatedConstraint } from "@/server/violation";

const constraints = ["clinics_slug_key", "pharmacies_slug_key", "pharmacies_slug_not_reserved"];

/** Awaits a write of an address; where it is taken, or was another's, says so at its field. */
export async function refuseSlugInUse<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (!constraints.includes(violatedConstraint(error) ?? "")) throw error;
    throw new RefusalError(refuse("SLUG_IN_USE", { fields: { slug: "slugInUse" } }));
  }
}
