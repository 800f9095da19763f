import { createHash, randomBytes } from "node:crypto";

/** A new secret for a calendar's address: 256 random bits, in letters that an address may hold. */
export function newFeedSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of it. Anything may be hashed, so a wrong secret costs as much as a right one. */
export function feedHashOf(secret: string): string {
  return createHash("sha256").update("calendar-feed\0").update(secret).digest("hex");
}
