import { cookies } from "next/headers";
import { NextResponse } from "next/server";
import { Temporal } from "temporal-polyfill";
import { env } from "@/env.mjs";
import { signOut } from "@/features/accounts/commands/sign-out";
import type { UserId } from "@/lib/ids";
import { isCrossSite } from "@/server/cross-site";
import { database } from "@/server/db";
import { currentSession } from "@/server/session";
import { sessionCookie } from "@/server/session-cookie";

function leadTo(path: string): NextResponse {
  return NextResponse.redirect(new URL(path, env().NEXTAUTH_URL), 303);
}

/** A plain form posts here, so that signing out works before any script has arrived. */
export async function POST(request: Request): Promise<Response> {
  if (isCrossSite(request)) return new NextResponse(null, { status: 403 });
  const claim = await currentSession();
  if (claim) {
    const { userId, familyId } = claim;
    await signOut(database(), { userId: userId as UserId, familyId }, Temporal.Now.instant());
  }
  const { name, options } = sessionCookie(env().NEXTAUTH_URL);
  (await cookies()).delete({ name, ...options });
  return leadTo("/sign-in?reason=signed-out");
}

/** Following a link must never sign anyone out. */
export function GET(): Response {
  return leadTo("/account");
}
