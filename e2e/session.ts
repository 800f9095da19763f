import { randomBytes, randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { hashOf } from "@/features/accounts/tickets";
import type { PrismaClient } from "@/generated/prisma/client";
import { sealTicket, sessionCookie } from "@/server/session-cookie";
import { createSession } from "@/testing/factories/session";
import { address } from "./address";

const { name } = sessionCookie(address.site);

/** The value of a session cookie for this person, as if they had just signed in. */
async function mintSession(db: PrismaClient, userId: string): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const familyId = randomUUID();
  await createSession(db, { userId, familyId, token: hashOf(secret) });
  return sealTicket({ userId, familyId, secret, rotatedAt: Date.now() }, address.sessionKey);
}

/** A `Cookie` header, for requests that no browser makes. */
export async function sessionHeader(db: PrismaClient, userId: string): Promise<string> {
  return `${name}=${await mintSession(db, userId)}`;
}

/** Signs a browser in without the pages for it, where the story is about something else. */
export async function signIn(context: BrowserContext, db: PrismaClient, userId: string) {
  const value = await mintSession(db, userId);
  await context.addCookies([
    { name, value, url: address.site, httpOnly: true, sameSite: "Lax" as const },
  ]);
}
