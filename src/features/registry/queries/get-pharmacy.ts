import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import { findPharmacyFacts, listOldPharmacySlugs, type StoredPharmacy } from "../pharmacy-store";

export type RegistryPharmacy = StoredPharmacy & { oldSlugs: string[] };

/** A pharmacy as its administrator sees it. Refuses NOT_FOUND. */
export async function getRegistryPharmacy(
  db: PrismaClient,
  pharmacyId: string,
): Promise<RegistryPharmacy> {
  const pharmacy = await findPharmacyFacts(db, pharmacyId);
  if (!pharmacy) throw new RefusalError(refuse("NOT_FOUND"));
  return { ...pharmacy, oldSlugs: await listOldPharmacySlugs(db, pharmacyId) };
}
