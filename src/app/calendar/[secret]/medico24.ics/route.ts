import { createHash } from "node:crypto";
import { env } from "@/env.mjs";
import { readFeed } from "@/features/feeds/queries/read-feed";
import { addressOf } from "@/server/address";
import { now } from "@/server/clock";
import { database } from "@/server/db";
import { chargePage } from "@/server/limits";

type Params = { params: Promise<{ secret: string }> };

/**
 * A doctor's calendar for any calendar program: the address is the key, no session is asked for. A
 * program that says what it has (If-None-Match) is told where that is still so. HEAD is Next's own.
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const verdict = await chargePage({ userId: null, address: addressOf(request.headers) });
  if (verdict.refusal)
    return new Response(null, { status: 429, headers: { ...neverKept, ...verdict.headers } });
  const { secret } = await params;
  const calendar = await readFeed(database(), { secret, siteUrl: env().NEXTAUTH_URL }, now());
  if (calendar === null) return new Response(null, { status: 404, headers: neverKept });
  const etag = `"${createHash("sha256").update(calendar).digest("base64url")}"`;
  const headers = {
    etag,
    "cache-control": "private, no-cache",
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'inline; filename="medico24.ics"',
    "x-robots-tag": "noindex",
  };
  const known = request.headers.get("if-none-match") ?? "";
  const isKnown = known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  return isKnown
    ? new Response(null, { status: 304, headers })
    : new Response(calendar, { headers });
}

const neverKept = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };
