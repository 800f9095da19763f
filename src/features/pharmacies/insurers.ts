import type { PrismaClient } from "@/generated/prisma/client";
import { listInsurers } from "./search-store";

/** Insurers come and go with pharmacies; some minutes late is soon enough for a list of choices. */
const KEPT_MS = 300_000;

const kept = new WeakMap<PrismaClient, { insurers: Promise<string[]>; until: number }>();

/** The insurers that most pharmacies accept, by name, kept for some minutes for each database. */
export function knownInsurers(db: PrismaClient): Promise<string[]> {
  const known = kept.get(db);
  if (known && Date.now() < known.until) return known.insurers;
  const insurers = listInsurers(db, 100);
  kept.set(db, { insurers, until: Date.now() + KEPT_MS });
  // A failure is nobody's list of choices.
  insurers.catch(() => kept.delete(db));
  return insurers;
}
