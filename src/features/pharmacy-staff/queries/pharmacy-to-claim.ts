import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import { type FoundPharmacy, findListed } from "../join-store";

/** A listed pharmacy that somebody wants to run here. Refuses NOT_FOUND. */
export async function pharmacyToClaim(
  db: PrismaClient,
  pharmacyId: string,
): Promise<FoundPharmacy> {
  const pharmacy = await findListed(db, pharmacyId);
  if (!pharmacy) throw new RefusalError(refuse("NOT_FOUND"));
  return pharmacy;
}
