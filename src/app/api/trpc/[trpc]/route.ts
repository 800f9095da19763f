import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { cookies } from "next/headers";
import { env } from "@/env.mjs";
import { renewCookie } from "@/features/accounts/commands/renew-cookie";
import type { SessionClaim } from "@/server/actor";
import { createContext } from "@/server/context";
import { isCrossSite } from "@/server/cross-site";
import { sessionCookie } from "@/server/session-cookie";
import { maxBatchSize, trpcPath } from "@/trpc/limits";
import { appRouter } from "@/trpc/root";

/** Whose cookie it is, renewed on the way where that is due. */
async function renewedSession(): Promise<SessionClaim | null> {
  const { name, options } = sessionCookie(env().NEXTAUTH_URL);
  const jar = await cookies();
  const { ticket, renewed } = await renewCookie(jar.get(name)?.value);
  if (renewed) jar.set(name, renewed, options);
  return ticket;
}

function handle(req: Request) {
  if (req.method !== "GET" && isCrossSite(req)) return new Response(null, { status: 403 });
  return fetchRequestHandler({
    endpoint: trpcPath,
    req,
    router: appRouter,
    createContext: () => createContext(renewedSession()),
    maxBatchSize,
    responseMeta: ({ type }) => ({
      // Compressed on the way, a stream would arrive in lumps, or not until it ends.
      headers: {
        "cache-control": `private, no-store${type === "subscription" ? ", no-transform" : ""}`,
      },
    }),
  });
}

export { handle as GET, handle as POST };
