import { rejectReasons } from "@/features/applications/form-schema";

/** Where the sentence of a reason stands; null for none, and for one that is not known any more. */
export function reasonKey(code: string | null) {
  const reason = rejectReasons.find((known) => known === code);
  return reason ? (`reasons.${reason}` as const) : null;
}
