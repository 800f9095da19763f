import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { Temporal } from "temporal-polyfill";
import { env } from "@/env.mjs";
import { signIn } from "@/features/accounts/commands/sign-in";
import { refuse } from "@/lib/refusal";
import { addressOf } from "@/server/address";
import { withAddress } from "@/server/asked-from";
import { authOptions } from "@/server/auth";
import { isCrossSite } from "@/server/cross-site";
import { database } from "@/server/db";
import type { Verdict } from "@/server/limit-rules";
import { identityService } from "@/server/ports/identity";
import { tryToSignIn } from "@/server/sign-in-limits";

type Route = { params: Promise<{ nextauth: string[] }> };

// Of NextAuth's many addresses the product needs two: each that is closed is one less to guard.
const open = new Set(["GET csrf", "POST callback/credentials"]);

async function handle(request: NextRequest, route: Route): Promise<Response> {
  if (request.method !== "GET" && isCrossSite(request)) return new Response(null, { status: 403 });
  const { nextauth } = await route.params;
  if (!open.has(`${request.method} ${nextauth.join("/")}`))
    return new Response(null, { status: 404 });
  const address = addressOf(request.headers);
  let limit = null as Verdict | null;
  const options = authOptions((input) =>
    withAddress(address, () =>
      tryToSignIn(
        { address, idToken: input.idToken },
        async () => {
          const trade = { ...input, siteUrl: env().NEXTAUTH_URL };
          return signIn(database(), await identityService(), trade, Temporal.Now.instant());
        },
        (verdict) => {
          limit = verdict;
        },
      ),
    ),
  );
  const answer: Response = await NextAuth(request, route, options);
  return limit ? tooManyTries(limit) : answer;
}

function tooManyTries({ headers }: Verdict): Response {
  return Response.json({ refusal: refuse("TOO_MANY_TRIES") }, { status: 429, headers });
}

export { handle as GET, handle as POST };
