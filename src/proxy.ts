import { type NextRequest, NextResponse } from "next/server";
import { Temporal } from "temporal-polyfill";
import { env } from "@/env.mjs";
import { renewSession } from "@/features/accounts/commands/renew-session";
import { isRenewalDue } from "@/features/accounts/rules";
import { database } from "@/server/db";
import { log } from "@/server/log";
import { openTicket, sealTicket, sessionCookie } from "@/server/session-cookie";

/**
 * Renews a session cookie that is older than 15 minutes, before anything else sees the request. For
 * everyone else it costs no more than a look at the cookie.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { NEXTAUTH_URL, NEXTAUTH_SECRET } = env();
  const { name, options } = sessionCookie(NEXTAUTH_URL);
  const sealed = request.cookies.get(name)?.value;
  const ticket = sealed ? await openTicket(sealed, NEXTAUTH_SECRET) : null;
  const at = Temporal.Now.instant();
  if (!ticket || !isRenewalDue(ticket.rotatedAt, at)) return NextResponse.next();

  const renewed = await renewSession(database(), ticket, at, NEXTAUTH_SECRET).catch(noteTrouble);
  if (renewed === undefined) {
    // Nobody could check the old secret, so this one request goes on without it.
    request.cookies.delete(name);
    return NextResponse.next({ request: { headers: request.headers } });
  }
  // The page still sees the dead cookie, and so can say that the session has ended.
  if (renewed === null) return NextResponse.next();

  const value = await sealTicket(renewed, NEXTAUTH_SECRET);
  request.cookies.set(name, value);
  const response = NextResponse.next({ request: { headers: request.headers } });
  response.cookies.set(name, value, options);
  return response;
}

function noteTrouble(error: unknown): undefined {
  log().error({ name: error instanceof Error ? error.name : "unknown" }, "session not renewed");
}

export const config = {
  // Files that are the same for everyone never wait for a session.
  matcher: [
    "/((?!_next/|tiles/|icon\\.svg$|sw\\.js$|manifest\\.webmanifest$|robots\\.txt$|sitemap\\.xml$|favicon\\.ico$).*)",
  ],
};
