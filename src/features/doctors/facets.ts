import type { PrismaClient } from "@/generated/prisma/client";
import type { Instant } from "@/lib/time/instant";
import type { Facets } from "./schema";
import { listFacets } from "./store";

/** Specialities come and go with doctors; a minute late is soon enough for a list of choices. */
const KEPT_MS = 60_000;

const kept = new WeakMap<PrismaClient, { facets: Promise<Facets>; until: number }>();

/** What one can filter by, kept for a minute for each database. */
export function knownFacets(db: PrismaClient, now: Instant): Promise<Facets> {
  const known = kept.get(db);
  if (known && Date.now() < known.until) return known.facets;
  const facets = listFacets(db, now);
  kept.set(db, { facets, until: Date.now() + KEPT_MS });
  // A failure is nobody's list of choices.
  facets.catch(() => kept.delete(db));
  return facets;
}
