import { createHash, createHmac, randomBytes } from "node:crypto";

/** A new secret for a session cookie: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The secret that follows. It is derived, so that requests in flight together all get the same one,
 * and an answer lost on the way is made good by the next; `key` (NEXTAUTH_SECRET) keeps it ours.
 */
export function nextSecret(secret: string, key: string): string {
  return createHmac("sha256", key).update("session-rotation\0").update(secret).digest("base64url");
}

/** What the database keeps of a secret. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
