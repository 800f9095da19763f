import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { findClinicFacts, type StoredClinic } from "../clinic-store";
import { countMoving, listDoubles, type Moving } from "../merge-store";
import { canMerge } from "../rules";
import type { pairInput } from "../schema";

export type MergeSide = StoredClinic & { moving: Moving };
export type MergePair = {
  goes: MergeSide;
  stays: MergeSide;
  canMerge: boolean;
  /** Doctors who work at both. */
  doubles: { doctorName: string | null }[];
};

/** Two clinics beside each other, and what would move. Refuses NOT_FOUND. */
export async function getPair(
  db: PrismaClient,
  pair: z.infer<typeof pairInput>,
  now: Instant,
): Promise<MergePair> {
  const [goes, stays, doubles] = await Promise.all([
    side(db, pair.goesId, now),
    side(db, pair.staysId, now),
    listDoubles(db, pair, now),
  ]);
  return {
    goes,
    stays,
    canMerge: canMerge(summary(goes), summary(stays)),
    doubles: doubles.map(({ doctorName }) => ({ doctorName })),
  };
}

async function side(db: PrismaClient, clinicId: string, now: Instant): Promise<MergeSide> {
  const [clinic, moving] = await Promise.all([
    findClinicFacts(db, clinicId),
    countMoving(db, clinicId, now),
  ]);
  if (!clinic) throw new RefusalError(refuse("NOT_FOUND"));
  return { ...clinic, moving };
}

const summary = ({ id, status, facts: { timezone, currency } }: MergeSide) => ({
  id,
  status,
  timezone,
  currency,
});
