import { cookies } from "next/headers";
import { env } from "@/env.mjs";
import type { SessionClaim } from "./actor";
import { openTicket, sessionCookie } from "./session-cookie";

/**
 * Who the cookie of this request claims to be, or null. Whether that sign-in still stands is for
 * `findActor` to read from the database; `src/proxy.ts` has renewed the cookie by now.
 */
export async function currentSession(): Promise<SessionClaim | null> {
  const { NEXTAUTH_URL, NEXTAUTH_SECRET } = env();
  const sealed = (await cookies()).get(sessionCookie(NEXTAUTH_URL).name)?.value;
  const ticket = sealed ? await openTicket(sealed, NEXTAUTH_SECRET) : null;
  return ticket && { userId: ticket.userId, familyId: ticket.familyId };
}
