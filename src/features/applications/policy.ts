import type { Actor } from "@/server/actor";

/** Whoever signs up here is a patient at first, so that a patient's account may become a doctor's. */
export function mayBecomeDoctor(asker: Pick<Actor, "role">): boolean {
  return asker.role === "patient";
}

/** Facts that were checked are not changed by the one they are about. */
export function mayChangeChecked({ isVerified }: { isVerified: boolean }): boolean {
  return !isVerified;
}
