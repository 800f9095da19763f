import { RefusalError, refuse } from "@/lib/refusal";
import type { Right } from "@/lib/rights";
import type { Db } from "@/server/db";
import { namingOf } from "../policy";
import { type FullEntry, findEntry } from "../store";

/** One entry, with the names that the reader may know. Refuses NOT_FOUND. */
export async function getEntry(
  db: Db,
  rights: ReadonlySet<Right>,
  entryId: string,
): Promise<FullEntry> {
  const entry = await findEntry(db, entryId, namingOf(rights));
  if (!entry) throw new RefusalError(refuse("NOT_FOUND"));
  return entry;
}
