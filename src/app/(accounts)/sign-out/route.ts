import { cookies } from "next/headers";
import { NextResponse } from "next/server";
import { env } from "@/env.mjs";
import { isCrossSite } from "@/server/cross-site";
import { forgottenCookie } from "@/server/session-cookie";
import { api } from "@/trpc/server";

function leadTo(path: string): NextResponse {
  return NextResponse.redirect(new URL(path, env().NEXTAUTH_URL), 303);
}

/** A plain form posts here, so that signing out works before any script has arrived. */
export async function POST(request: Request): Promise<Response> {
  if (isCrossSite(request)) return new NextResponse(null, { status: 403 });
  await (await api()).accounts.signOut();
  (await cookies()).set(forgottenCookie(env().NEXTAUTH_URL));
  return leadTo("/sign-in?reason=signed-out");
}

/** Following a link must never sign anyone out. */
export function GET(): Response {
  return leadTo("/account");
}
