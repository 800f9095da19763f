import { type Refusal, refuse } from "@/lib/refusal";

/**
 * Whether this person may book at all: someone who said who they are, at an address known to be
 * theirs, since what we write there is about their health.
 */
export function refuseBooking(actor: {
  isOnboarded: boolean;
  isEmailVerified: boolean;
}): Refusal | null {
  if (!actor.isEmailVerified) return refuse("EMAIL_NOT_VERIFIED");
  return actor.isOnboarded ? null : refuse("ONBOARDING_REQUIRED");
}
