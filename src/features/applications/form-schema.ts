/** Why a review may not accept an application, in the order in which they are offered. */
export const rejectReasons = [
  "licence_not_found",
  "licence_of_another",
  "documents_do_not_match",
  "documents_not_readable",
  "no_right_to_practise",
  "applied_twice",
  "other",
] as const;
