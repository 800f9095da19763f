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

/**
 * Reads a session cookie, and renews it where it is older than 15 minutes; for everyone else it costs
 * no more than a look at the cookie. A session that has ended keeps its dead ticket, so that who
 * reads it can say so. Where nobody could check an old secret, the request speaks for nobody.
 */
export async function renewCookie(sealed: string | undefined): Promise<KeptCookie> {
  const key = env().NEXTAUTH_SECRET;
  const ticket = sealed ? await openTicket(sealed, key) : null;
  const at = Temporal.Now.instant();
  if (!ticket || !isRenewalDue(ticket.rotatedAt, at)) return { ticket, renewed: null };
  const next = await renewSession(database(), ticket, at, key).catch(noteTrouble);
  if (next === undefined) return { ticket: null, renewed: null };
  return next ? { ticket: next, renewed: await sealTicket(next, key) } : { ticket, renewed: null };
}

function noteTrouble(error: unknown): undefined {
  log().error({ name: error instanceof Error ? error.name : "unknown" }, "session not renewed");
}
