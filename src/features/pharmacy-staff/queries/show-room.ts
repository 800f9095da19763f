import type { PrismaClient } from "@/generated/prisma/client";
import type { Instant } from "@/lib/time/instant";
import { getRoom } from "../room-store";

/** A pharmacy as its staff sees it first. */
export async function showRoom(db: PrismaClient, pharmacyId: string, _now: Instant) {
  return getRoom(db, pharmacyId);
}
