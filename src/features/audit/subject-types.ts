/** What entries can be about, most asked for first. */
export const subjectTypes = [
  "user",
  "patient",
  "doctor",
  "renewal",
  "association",
  "appointment",
  "clinic",
  "pharmacy",
  "district",
  "review",
  "administrator",
  "settings",
  "transfer",
  "audit",
] as const;
export type SubjectType = (typeof subjectTypes)[number];

export function isSubjectType(text: string): text is SubjectType {
  return (subjectTypes as readonly string[]).includes(text);
}
