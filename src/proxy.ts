import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/env.mjs";
import { readCookie, renewCookie } from "@/features/accounts/commands/renew-cookie";
import { errors } from "@/i18n/en/errors";
import { addressOf } from "@/server/address";
import { isCrossSite } from "@/server/cross-site";
import type { Verdict } from "@/server/limit-rules";
import { chargePage } from "@/server/limits";
import { pageHeaders, pagePolicy } from "@/server/page-policy";
import { plainPage } from "@/server/plain-page";
import { sessionCookie } from "@/server/session-cookie";

const reads = ["GET", "HEAD", "OPTIONS"];

/**
 * Before a page sees a request: other sites may not make it write, who asks for too much waits, the
 * session cookie is renewed, and the page is told what it may load.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (!reads.includes(request.method) && isCrossSite(request))
    return new Response(null, { status: 403 });
  const { name, options } = sessionCookie(env().NEXTAUTH_URL);
  const sealed = request.cookies.get(name)?.value;
  const kept = await readCookie(sealed);
  const asker = { userId: kept?.userId ?? null, address: addressOf(request.headers) };
  const verdict = await chargePage(asker);
  if (verdict.refusal) return tooMany(verdict);

  const { ticket, renewed } = await renewCookie(kept);
  if (renewed) request.cookies.set(name, renewed);
  else if (sealed && !ticket) request.cookies.delete(name);
  const response = passOn(request);
  if (renewed) response.cookies.set(name, renewed, options);
  return response;
}

/** Next puts the nonce of the request's policy on every script of the page. */
function passOn(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = pagePolicy(nonce, env());
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  // A document says itself what may be in it.
  if (!request.nextUrl.pathname.startsWith("/documents/"))
    for (const [key, value] of Object.entries(pageHeaders(policy, env())))
      response.headers.set(key, value);
  return response;
}

function tooMany({ headers }: Verdict): Promise<Response> {
  const { tooManyTitle, tooManyBody, tryAgain } = errors;
  return plainPage(
    { title: tooManyTitle, body: tooManyBody, tryAgain },
    { status: 429, headers: { ...headers, "cache-control": "private, no-store" } },
  );
}

export const config = {
  // Files that are the same for everyone never wait for a session, and the API renews its own
  // cookie: a request that passes through here costs half as much again. A file on its way in would
  // be held in memory here.
  matcher: [
    "/((?!_next/|api/trpc/|documents$|admin/transfer/import$|tiles/|calendar/|offline$|icon\\.svg$|sw\\.js$|manifest\\.webmanifest$|robots\\.txt$|sitemap\\.xml$|favicon\\.ico$).*)",
  ],
};
