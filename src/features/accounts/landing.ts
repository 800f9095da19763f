import type { Actor } from "@/server/actor";
import { withQuery } from "./next-path";
import { nextStepFor } from "./policy";

/** Where someone who has signed up goes on to become a doctor here. */
export const doctorStart = "/for-doctors/start";

/** Where someone who has signed up asks for the pharmacy that they run. */
export const pharmacyStart = "/pharmacy/join";

/** Whether the way leads to what only others than patients do: nobody is asked there what patients are. */
export function leadsBeyondPatients(next: string | null): boolean {
  const path = next?.split(/[?#]/)[0] ?? "";
  return path === doctorStart || /^\/pharmacy\/(join|invitation)(\/|$)/.test(path);
}

type Step = NonNullable<ReturnType<typeof nextStepFor>>;

const steps: Record<Step, string> = { verify: "/verify-email", onboard: "/onboarding" };

/** Where a step is taken; from there the way leads on to `next`. */
export function stepPath(step: Step, next: string | null): string {
  return withQuery(steps[step], { next });
}

const homes: Record<Actor["role"], string> = {
  patient: "/",
  // Patients see nothing of a doctor who is not verified: what is to do is in the practice.
  doctor: "/practice",
  admin: "/admin",
  pharmacy: "/pharmacy",
};

/** Where a person belongs after signing in: a step still to take, what they asked for, or home. */
export function landing(
  actor: Pick<Actor, "role" | "isOnboarded" | "isEmailVerified" | "verifiedDoctorId">,
  next: string | null,
): string {
  const step = nextStepFor(actor);
  // A doctor who has just signed up is no patient who has still to say who they are.
  if (step === "onboard" && next && leadsBeyondPatients(next)) return next;
  return step
    ? stepPath(step, next)
    : (next ?? (actor.verifiedDoctorId ? "/agenda" : homes[actor.role]));
}
