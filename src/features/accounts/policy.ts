import type { Actor } from "@/server/actor";

type Asker = Pick<Actor, "role">;

/** Only patients have the facts that onboarding asks for; other roles are set up by us. */
export function mayHavePatientProfile(asker: Asker): boolean {
  return asker.role === "patient";
}

/** A doctor's name was checked against documents; it is changed with the application, or by us. */
export function mayWriteOwnName(asker: Asker): boolean {
  return asker.role !== "doctor";
}

type Newcomer = Pick<Actor, "role" | "isOnboarded" | "isEmailVerified">;

/** What a person still has to do before the product can serve them; null when nothing. */
export function nextStepFor(person: Newcomer): "verify" | "onboard" | null {
  if (person.role !== "patient") return null;
  if (!person.isEmailVerified) return "verify";
  return person.isOnboarded ? null : "onboard";
}
