import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { cookies } from "next/headers";
import { env } from "@/env.mjs";
import { readCookie, renewCookie } from "@/features/accounts/commands/renew-cookie";
import { RefusalError } from "@/lib/refusal";
import type { SessionClaim } from "@/server/actor";
import { addressOf } from "@/server/address";
import { createContext } from "@/server/context";
import { isCrossSite } from "@/server/cross-site";
import type { Verdict } from "@/server/limit-rules";
import { type Cost, chargeCalls, standingRefusal } from "@/server/limits";
import { type SessionTicket, sessionCookie } from "@/server/session-cookie";
import type { Context } from "@/server/trpc";
import { callsIn } from "@/trpc/calls-in";
import { maxBatchSize, trpcPath } from "@/trpc/limits";
import { appRouter } from "@/trpc/root";

/** Whose cookie it is, renewed where that is due. */
async function renewedSession(sealed: SessionTicket | null): Promise<SessionClaim | null> {
  const { ticket, renewed } = await renewCookie(sealed);
  const { name, options } = sessionCookie(env().NEXTAUTH_URL);
  if (renewed) (await cookies()).set(name, renewed, options);
  return ticket;
}

/** Each procedure of a batch counts; only those that are posted can write. */
function costOf(request: Request): Cost {
  const calls = callsIn(new URL(request.url));
  return { calls, writes: request.method === "GET" ? 0 : calls };
}

type Admission = { verdict: Verdict; context: Promise<Context> | null };

/** Who asks is read while it is counted; who was refused a moment ago is neither read nor renewed. */
async function admit(request: Request): Promise<Admission> {
  const cost = costOf(request);
  const { name } = sessionCookie(env().NEXTAUTH_URL);
  const ticket = await readCookie((await cookies()).get(name)?.value);
  const asker = { userId: ticket?.userId ?? null, address: addressOf(request.headers) };
  const refused = standingRefusal(asker, cost);
  if (refused) return { verdict: refused, context: null };
  const session = await renewedSession(ticket);
  const context = createContext(Promise.resolve(session));
  const isAdministrator = context.then(
    ({ asking }) => asking.state === "signed-in" && asking.actor.role === "admin",
    () => false,
  );
  return { verdict: await chargeCalls(asker, cost, isAdministrator), context };
}

async function handle(req: Request) {
  // Also what only reads: it would count as its reader's.
  if (isCrossSite(req)) return new Response(null, { status: 403 });
  const { verdict, context } = await admit(req);
  return fetchRequestHandler({
    endpoint: trpcPath,
    req,
    router: appRouter,
    createContext: () => {
      if (context && !verdict.refusal) return context;
      const cause = verdict.refusal && new RefusalError(verdict.refusal);
      throw new TRPCError({ code: "TOO_MANY_REQUESTS", cause });
    },
    maxBatchSize,
    responseMeta: ({ type }) => ({
      headers: {
        ...verdict.headers,
        // Compressed on the way, a stream would arrive in lumps, or not until it ends.
        "cache-control": `private, no-store${type === "subscription" ? ", no-transform" : ""}`,
      },
    }),
  });
}

export { handle as GET, handle as POST };
