import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext } from "@/server/context";
import { isCrossSite } from "@/server/cross-site";
import { maxBatchSize, trpcPath } from "@/trpc/limits";
import { appRouter } from "@/trpc/root";

function handle(req: Request) {
  if (req.method !== "GET" && isCrossSite(req)) return new Response(null, { status: 403 });
  return fetchRequestHandler({
    endpoint: trpcPath,
    req,
    router: appRouter,
    createContext,
    maxBatchSize,
    responseMeta: () => ({ headers: { "cache-control": "private, no-store" } }),
  });
}

export { handle as GET, handle as POST };
