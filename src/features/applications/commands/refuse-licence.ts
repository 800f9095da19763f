import { RefusalError, refuse } from "@/lib/refusal";
import { violatedConstraint } from "@/server/violation";

/** Two doctors never have one licence: what the database says about that, as a refusal at its field. */
export function refuseLicenceInUse(error: unknown): never {
  if (violatedConstraint(error) === "doctors_license_number_key")
    throw new RefusalError(refuse("LICENSE_IN_USE", { fields: { licenseNumber: "licenceInUse" } }));
  throw error;
}
