import { env } from "@/env.mjs";
import type { Instant } from "@/lib/time/instant";

/** What the identity service vouches for about one person. */
export type Identity = {
  uid: string;
  /** Lower case, as the service keeps it; null where the account has none. */
  email: string | null;
  isEmailVerified: boolean;
  name: string | null;
  photoUrl: string | null;
  /**
   * Sign-ins before this instant no longer count: there was a new password since, or the service was
   * told to end them. A whole second, rounded down.
   */
  validSince: Instant | null;
};

export type IdentityPort = {
  /** Null for a token that is forged, expired, revoked, or of an account switched off over there. */
  verifyIdToken(idToken: string): Promise<Identity | null>;
  /** How the account stands now; null where there is none or it is switched off over there. */
  findIdentity(uid: string): Promise<Identity | null>;
  /**
   * Sends the link that confirms the account's address; it leads back to `continueUrl`.
   * "too-many": the service wants a pause before it sends another.
   */
  sendVerification(uid: string, continueUrl: string): Promise<"sent" | "too-many">;
};

/** The service that the settings name. Its library is large, so it is loaded at its first use. */
export async function identityService(): Promise<IdentityPort> {
  const { firebaseIdentity } = await import("./identity-firebase");
  return firebaseIdentity(env());
}
