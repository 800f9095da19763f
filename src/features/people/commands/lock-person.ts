import type { Standing } from "@/features/administrators/policy";
import { lockStandings } from "@/features/administrators/store";
import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Tx } from "@/server/db";
import { violatedConstraint } from "@/server/violation";
import { findPerson, lockDoctorOf, lockPatientOf, type Person } from "../person-store";

/** The product's now, and the real one, by which sessions go. */
export type Clocks = { now: Instant; realNow: Instant };
type Locked = { actor: Standing; target: Standing; person: Person };

/**
 * Keeps the one who acts and the one it is about as they are, with all that booking with or by them
 * takes, in the order in which a booking takes it. Refuses NOT_FOUND.
 */
export async function lockPerson(
  tx: Tx,
  actorId: UserId,
  userId: UserId,
  clocks: Clocks,
): Promise<Locked> {
  await lockDoctorOf(tx, userId);
  const standings = await lockStandings(tx, [actorId, userId]);
  await lockPatientOf(tx, userId);
  const [actor, target] = [actorId, userId].map((id) => standings.find((one) => one.userId === id));
  const person = await findPerson(tx, userId, clocks);
  if (!actor || !target || !person) throw new RefusalError(refuse("NOT_FOUND"));
  return { actor, target, person };
}

/** Turns the database's last word about the last super administrator into LAST_SUPER_ADMIN. */
export function refuseLastSuperAdmin(error: unknown): never {
  if (violatedConstraint(error) === "admins_last_super_admin")
    throw new RefusalError(refuse("LAST_SUPER_ADMIN"));
  throw error;
}
