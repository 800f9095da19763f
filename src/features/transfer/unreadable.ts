import { type Refusal, RefusalError, refuse } from "@/lib/refusal";

/** Why a file is no table; the page has a sentence for each. */
export const unreadableReasons = [
  "empty",
  "spreadsheet",
  "binary",
  "columns",
  "wide",
  "doubled",
  "quote",
  "rows",
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** Says no to a file as a whole. */
export function unreadable(
  reason: UnreadableReason,
  params: Record<string, string | number> = {},
): RefusalError {
  return new RefusalError(refuse("CSV_NOT_READABLE", { params: { reason, ...params } }));
}

/** The reason in such a refusal; null in any other. */
export function reasonOf({ code, params }: Refusal): UnreadableReason | null {
  const said = code === "CSV_NOT_READABLE" ? params?.reason : null;
  return unreadableReasons.find((reason) => reason === said) ?? null;
}
