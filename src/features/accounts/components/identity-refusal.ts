import { refusalOf } from "@/components/form/refusal-of";
import { type Refusal, type RefusalCode, refuse } from "@/lib/refusal";

const codes: Record<string, RefusalCode> = {
  // One answer for all three, so that nobody learns here who has an account.
  "auth/wrong-password": "WRONG_CREDENTIALS",
  "auth/user-not-found": "WRONG_CREDENTIALS",
  "auth/invalid-credential": "WRONG_CREDENTIALS",
  "auth/invalid-login-credentials": "WRONG_CREDENTIALS",
  "auth/too-many-requests": "TOO_MANY_TRIES",
  "auth/network-request-failed": "TRY_AGAIN",
  "auth/user-disabled": "ACCOUNT_DEACTIVATED",
  "auth/email-already-in-use": "EMAIL_IN_USE",
  "auth/expired-action-code": "LINK_NOT_VALID",
  "auth/invalid-action-code": "LINK_NOT_VALID",
};

function identityCode(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
}

/** What the identity service said no to, in our own words. `weakPassword` is the sentence for one. */
export function identityRefusal(error: unknown, weakPassword: string): Refusal {
  const code = identityCode(error);
  if (code === "auth/weak-password" || code === "auth/password-does-not-meet-requirements")
    return refuse("INVALID_INPUT", { fields: { password: weakPassword } });
  if (code === "auth/invalid-email" || code === "auth/missing-email")
    return refuse("INVALID_INPUT", { fields: { email: "email" } });
  const known = codes[code];
  if (known) return refuse(known);
  // A part of the page that could not be fetched is a lost connection, too.
  if (error instanceof Error && error.name === "ChunkLoadError") return refuse("TRY_AGAIN");
  return refusalOf(error);
}

/** True where the person closed the window of another service, which needs no answer. */
export function isChangeOfMind(error: unknown): boolean {
  return ["auth/popup-closed-by-user", "auth/cancelled-popup-request"].includes(
    identityCode(error),
  );
}

export function isPopupBlocked(error: unknown): boolean {
  return identityCode(error) === "auth/popup-blocked";
}
