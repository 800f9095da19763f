import type { UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { findPerson, findSwitchOff, type Person } from "../person-store";

export type PersonPage = Person & { off: Awaited<ReturnType<typeof findSwitchOff>> };

/** A person, and where they are switched off since when and why. Refuses NOT_FOUND. */
export async function getPerson(
  db: Db,
  userId: UserId,
  clocks: { now: Instant; realNow: Instant },
): Promise<PersonPage> {
  const person = await findPerson(db, userId, clocks);
  if (!person) throw new RefusalError(refuse("NOT_FOUND"));
  return { ...person, off: person.isActive ? null : await findSwitchOff(db, userId) };
}
