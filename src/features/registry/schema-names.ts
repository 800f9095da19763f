/*
 * The names in which clinics are spoken of. Components load this: no Temporal.
 */

export const clinicStatuses = [
  "active",
  "temporarily_closed",
  "permanently_closed",
  "inactive",
  "proposed",
  "merged",
] as const;
export type ClinicStatus = (typeof clinicStatuses)[number];

/** Those that an administrator gives to a clinic by itself. */
export const givenStatuses = [
  "active",
  "temporarily_closed",
  "permanently_closed",
  "inactive",
] as const;

/** What each clinic of a merge may give to the one that stays. */
export const mergedFacts = [
  "name",
  "description",
  "contacts",
  "place",
  "hours",
  "services",
  "amenities",
  "insurance",
] as const;
export type MergedFact = (typeof mergedFacts)[number];
