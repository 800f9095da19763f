import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { Temporal } from "temporal-polyfill";
import { signIn } from "@/features/accounts/commands/sign-in";
import { addressOf } from "@/server/address";
import { withAddress } from "@/server/asked-from";
import { authOptions } from "@/server/auth";
import { database } from "@/server/db";
import { identityService } from "@/server/ports/identity";

type Route = { params: Promise<{ nextauth: string[] }> };

// Of NextAuth's many addresses the product needs two: each that is closed is one less to guard.
const open = new Set(["GET csrf", "POST callback/credentials"]);

async function handle(request: NextRequest, route: Route): Promise<Response> {
  const { nextauth } = await route.params;
  if (!open.has(`${request.method} ${nextauth.join("/")}`))
    return new Response(null, { status: 404 });
  const options = authOptions(async (input) =>
    signIn(database(), await identityService(), input, Temporal.Now.instant()),
  );
  return withAddress(addressOf(request.headers), () => NextAuth(request, route, options));
}

export { handle as GET, handle as POST };
