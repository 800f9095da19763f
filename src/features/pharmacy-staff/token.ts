import { createHash, randomBytes } from "node:crypto";

/** What stands in the link of an invitation: 256 bits that nobody guesses. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of it, so that nobody who reads the database can accept an invitation. */
export function tokenHashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
