import { findCollision } from "@/features/schedules/collision";
import type { ScheduleFacts } from "@/features/schedules/schema";
import { type Refusal, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";

/** As `listScheduleFacts` gives them. */
type OtherAssociation = { clinic: { name: string }; facts: ScheduleFacts };

/**
 * Whether hours, as they would be saved, ask the doctor to be at two clinics at once. Each of the
 * others is the doctor's own and another association; what has ended does not matter. Refuses
 * HOURS_COLLIDE {day, window, otherClinic, otherDay, otherWindow} with the first pair of windows, as
 * each is written at its clinic.
 */
export function refuseCollision(
  facts: ScheduleFacts,
  others: readonly OtherAssociation[],
  now: Instant,
): Refusal | null {
  for (const other of others) {
    if (other.facts.status === "ended") continue;
    const collision = findCollision(facts, other.facts, now);
    if (!collision) continue;
    const { ofA, ofB } = collision;
    return refuse("HOURS_COLLIDE", {
      params: {
        day: nameOf(ofA.weekday),
        window: ofA.window,
        otherClinic: other.clinic.name,
        otherDay: nameOf(ofB.weekday),
        otherWindow: ofB.window,
      },
    });
  }
  return null;
}

function nameOf(day: string): string {
  return day.charAt(0).toUpperCase() + day.slice(1);
}
