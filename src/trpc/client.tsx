"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCReact } from "@trpc/react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import { maxBatchSize, trpcPath } from "./limits";
import type { AppRouter } from "./root";

export const trpc = createTRPCReact<AppRouter>();

/** Wraps the pages that talk to the server after they have loaded. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // A refusal is an answer: asking again would not change it.
          queries: { retry: false, staleTime: 30_000 },
          // Without a connection say so at once; waiting for one would look like nothing at all.
          mutations: { networkMode: "always" },
        },
      }),
  );
  const [client] = useState(() =>
    trpc.createClient({
      links: [
        splitLink({
          condition: ({ type }) => type === "subscription",
          true: httpSubscriptionLink({ url: trpcPath, transformer: superjson }),
          false: httpBatchLink({ url: trpcPath, transformer: superjson, maxItems: maxBatchSize }),
        }),
      ],
    }),
  );
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}
