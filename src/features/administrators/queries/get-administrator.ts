import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Grants } from "@/lib/rights";
import type { Actor } from "@/server/actor";
import type { Db } from "@/server/db";
import { type Administrator, findAdministrator } from "../store";

/**
 * One administrator, with what the one who looks may do, which is the most they may give. Refuses
 * NOT_FOUND.
 */
export async function getAdministrator(
  db: Db,
  actor: Actor,
  userId: UserId,
): Promise<{ administrator: Administrator; own: Grants | null }> {
  const [administrator, own] = await Promise.all([
    findAdministrator(db, userId),
    findAdministrator(db, actor.userId),
  ]);
  if (!administrator) throw new RefusalError(refuse("NOT_FOUND"));
  return { administrator, own: own?.grants ?? null };
}
