import type { Actor } from "@/server/actor";

/**
 * Whoever signs up is a patient at first, so that a patient's account may become one of a pharmacy's
 * staff; so may somebody's who has left theirs.
 */
export function mayJoin({ role }: Pick<Actor, "role">): boolean {
  return role === "patient" || role === "pharmacy";
}
