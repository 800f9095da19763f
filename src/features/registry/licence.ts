/*
 * A pharmacy's licence. Components load this: no Temporal.
 */

const licenceFacts = [
  "licenseNumber",
  "licenseAuthority",
  "licenseCountry",
  "licenseExpiresOn",
] as const;
type Licence = Record<(typeof licenceFacts)[number], string>;

/** Whether a pharmacy's licence becomes another than the one that was checked. */
export function changesLicence(before: Licence, after: Licence): boolean {
  return licenceFacts.some((fact) => before[fact] !== after[fact]);
}
