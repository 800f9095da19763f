import { AsyncLocalStorage } from "node:async_hooks";

const askedFrom = new AsyncLocalStorage<string | null>();

/** Runs work that a request from this address asked for, so that the record of it can say so. */
export function withAddress<T>(address: string | null, work: () => T): T {
  return askedFrom.run(address, work);
}

/** The network address of whoever asked for the work under way; null for what nobody asked for over a network. */
export function currentAddress(): string | null {
  return askedFrom.getStore() ?? null;
}
