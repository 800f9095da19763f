import { RefusalError, refuse } from "@/lib/refusal";
import type { Db } from "@/server/db";
import { readHours } from "../hours";
import type { ClinicPage } from "../schema";
import { findClinic } from "../store";

/** What anyone may know of a clinic, found at its address or a former one. Refuses NOT_FOUND. */
export async function getClinic(db: Db, slug: string): Promise<ClinicPage> {
  const clinic = await findClinic(db, slug);
  if (!clinic) throw new RefusalError(refuse("NOT_FOUND"));
  const { openingHours, ...open } = clinic;
  return { ...open, hours: readHours(openingHours) };
}
