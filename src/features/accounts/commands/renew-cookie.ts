import { Temporal } from "temporal-polyfill";
import { env } from "@/env.mjs";
import { database } from "@/server/db";
import { log } from "@/server/log";
import { openTicket, type SessionTicket, sealTicket } from "@/server/session-cookie";
import { isRenewalDue } from "../rules";
import { renewSession } from "./renew-session";

export type KeptCookie = {
  /** For whom this request speaks; null for nobody. */
  ticket: SessionTicket | null;
  /** What the browser must keep from now on; null for what it has. */
  renewed: string | null;
};

/** What a session cookie holds, told by the cookie alone: the session may have ended. */
export async function readCookie(sealed: string | undefined): Promise<SessionTicket | null> {
  return sealed ? openTicket(sealed, env().NEXTAUTH_SECRET) : null;
}

/**
 * Renews what a session cookie holds where it is older than 15 minutes, which is a transaction: for
 * who is within their limits. Costs everyone else nothing. A session that has ended keeps its dead ticket, so that who
 * reads it can say so. Where nobody could check an old secret, the request speaks for nobody.
 */
export async function renewCookie(ticket: SessionTicket | null): Promise<KeptCookie> {
  const key = env().NEXTAUTH_SECRET;
  const at = Temporal.Now.instant();
  if (!ticket || !isRenewalDue(ticket.rotatedAt, at)) return { ticket, renewed: null };
  const next = await renewSession(database(), ticket, at, key).catch(noteTrouble);
  if (next === undefined) return { ticket: null, renewed: null };
  return next ? { ticket: next, renewed: await sealTicket(next, key) } : { ticket, renewed: null };
}

function noteTrouble(error: unknown): undefined {
  log().error({ name: error instanceof Error ? error.name : "unknown" }, "session not renewed");
}
