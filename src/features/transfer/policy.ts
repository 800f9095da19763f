import type { Right } from "@/lib/rights";
import type { Kind } from "./kinds";

/** What somebody must be allowed to do one by one before they may do it by the thousand. */
const editing: Partial<Record<Kind, Right>> = {
  clinics: "clinics.edit",
  pharmacies: "pharmacies.edit",
};

/** Whether an administrator, who may import at all, may import this. */
export function mayImport({ rights }: { rights: ReadonlySet<Right> }, kind: Kind): boolean {
  const right = editing[kind];
  return right === undefined || rights.has(right);
}
