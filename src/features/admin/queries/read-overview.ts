import type { Instant } from "@/lib/time/instant";
import type { Actor } from "@/server/actor";
import type { Db } from "@/server/db";
import { listWaiting, readStanding } from "../store";

/** What waits for an administrator, and how the platform stands, in two statements. */
export async function readOverview(db: Db, actor: Actor, now: Instant) {
  const [waiting, standing] = await Promise.all([
    listWaiting(db, actor, now),
    readStanding(db, now),
  ]);
  return { waiting, standing };
}
