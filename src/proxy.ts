import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/env.mjs";
import { renewCookie } from "@/features/accounts/commands/renew-cookie";
import { sessionCookie } from "@/server/session-cookie";

/** Renews the session cookie before a page sees the request. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { name, options } = sessionCookie(env().NEXTAUTH_URL);
  const sealed = request.cookies.get(name)?.value;
  const { ticket, renewed } = await renewCookie(sealed);
  if (!renewed && (ticket || !sealed)) return NextResponse.next();

  if (renewed) request.cookies.set(name, renewed);
  else request.cookies.delete(name);
  const response = NextResponse.next({ request: { headers: request.headers } });
  if (renewed) response.cookies.set(name, renewed, options);
  return response;
}

export const config = {
  // Files that are the same for everyone never wait for a session, and the API renews its own
  // cookie: a request that passes through here costs half as much again. A file on its way in would
  // be held in memory here.
  matcher: [
    "/((?!_next/|api/trpc/|documents$|tiles/|calendar/|icon\\.svg$|sw\\.js$|manifest\\.webmanifest$|robots\\.txt$|sitemap\\.xml$|favicon\\.ico$).*)",
  ],
};
