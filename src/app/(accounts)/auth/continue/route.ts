import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/env.mjs";
import { landing } from "@/features/accounts/landing";
import { safeNext, withQuery } from "@/features/accounts/next-path";
import { createContext } from "@/server/context";

/** After signing in, confirming or onboarding: on to what is still to do, or to where one was going. */
export async function GET(request: NextRequest): Promise<Response> {
  const next = safeNext(request.nextUrl.searchParams.get("next"));
  const { asking } = await createContext();
  const path =
    asking.state === "signed-in" ? landing(asking.actor, next) : withQuery("/sign-in", { next });
  return NextResponse.redirect(new URL(path, env().NEXTAUTH_URL), 303);
}
