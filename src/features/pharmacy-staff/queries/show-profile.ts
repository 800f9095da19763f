import { findPharmacyFacts } from "@/features/registry/pharmacy-store";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";

/** What a pharmacy says of itself, and what was checked about it. Refuses NOT_FOUND. */
export async function showProfile(db: PrismaClient, pharmacyId: string) {
  const pharmacy = await findPharmacyFacts(db, pharmacyId);
  if (!pharmacy) throw new RefusalError(refuse("NOT_FOUND"));
  const { revision, isVerified, facts } = pharmacy;
  return { revision, isVerified, facts };
}
export type OwnProfile = Awaited<ReturnType<typeof showProfile>>;
