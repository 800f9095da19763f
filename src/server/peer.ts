import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/*
 * Next hands a request on without its socket, and takes a client's word for `x-forwarded-for`. So the
 * socket's own address is noted where Node begins each request and goes along with all that follows
 * from it: no header that anybody could send.
 */
type Shared = typeof globalThis & { medico24Peer?: AsyncLocalStorage<string | null> };

/** Next bundles the start, the proxy and the pages apart; they meet in the process. */
const shared = globalThis as Shared;

/** Begins to note where requests come from; once in each process. */
export function watchPeers(): void {
  if (shared.medico24Peer) return;
  const peer = new AsyncLocalStorage<string | null>();
  shared.medico24Peer = peer;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    peer.enterWith(request.socket.remoteAddress ?? null);
  });
}

/** The other end of the connection that the request under way came over; null where nobody noted it. */
export function peerAddress(): string | null {
  return shared.medico24Peer?.getStore() ?? null;
}
