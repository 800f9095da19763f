import { type AuditFilter, auditFilter, auditListInput, filterNames } from "./schema";

export type AuditQuery = Partial<Record<string, string | string[]>>;

const errorKeys = ["tooShort2", "tooShort3", "notADay", "notAnId", "endsBeforeStart"] as const;
type ErrorKey = (typeof errorKeys)[number] | "invalid";
type ByName<Value> = Partial<Record<keyof AuditFilter, Value>>;

/**
 * What an address asks of the log: as typed, what is wrong with it by the keys of the texts, and the
 * filter where nothing is. A damaged place in the log is its beginning.
 */
export function readAuditQuery(query: AuditQuery) {
  const typed: ByName<string> = {};
  for (const name of filterNames) {
    const value = query[name];
    if (typeof value === "string" && value.trim()) typed[name] = value;
  }
  const parsed = auditFilter.safeParse(typed);
  const errors: ByName<ErrorKey> = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = filterNames.find((one) => one === path[0]);
    if (name) errors[name] = errorKeys.find((key) => key === message) ?? "invalid";
  }
  const after = auditListInput.shape.after.safeParse(query.after).data;
  return { typed, errors, filter: parsed.data ?? null, after };
}
