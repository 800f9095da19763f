import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { findClinicFacts, type StoredClinic } from "../clinic-store";
import { type AlikeClinic, listAlike } from "../list-store";
import { countStanding, findProposer, listOldSlugs, type Standing } from "../standing-store";

export type RegistryClinic = StoredClinic & {
  standing: Standing;
  oldSlugs: string[];
  alike: AlikeClinic[];
  proposer: { name: string | null; isVerified: boolean } | null;
};

/** A clinic as its administrator sees it, with whom a change would concern. Refuses NOT_FOUND. */
export async function getRegistryClinic(
  db: PrismaClient,
  clinicId: string,
  now: Instant,
): Promise<RegistryClinic> {
  const clinic = await findClinicFacts(db, clinicId);
  if (!clinic) throw new RefusalError(refuse("NOT_FOUND"));
  const [standing, oldSlugs, alike, proposer] = await Promise.all([
    countStanding(db, clinicId, now),
    listOldSlugs(db, clinicId),
    listAlike(db, clinicId),
    findProposer(db, clinic.proposedBy),
  ]);
  return { ...clinic, standing, oldSlugs, alike, proposer };
}
