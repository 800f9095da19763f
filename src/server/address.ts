import { isIP } from "node:net";
import { env } from "@/env.mjs";
import { peerAddress } from "./peer";

/**
 * The network address that a request came from: the other end of the connection, or, behind proxies
 * of our own (TRUSTED_PROXIES), what the outermost of them saw. Never what a client says of itself.
 */
export function addressOf(headers: Headers): string | null {
  return clientAddress(headers.get("x-forwarded-for"), peerAddress(), env().TRUSTED_PROXIES);
}

/**
 * @param forwardedFor each proxy adds on the right whom it heard the request from.
 * @param proxies how many of the last ones are ours.
 */
export function clientAddress(
  forwardedFor: string | null,
  peer: string | null,
  proxies: number,
): string | null {
  const hops = forwardedFor?.split(",") ?? [];
  const from = proxies === 0 ? peer : (hops.at(-proxies) ?? hops[0] ?? peer);
  return from && normalised(from);
}

/** One spelling for each address, without a port; IPv4 within IPv6 as IPv4. Null for what is none. */
function normalised(text: string): string | null {
  const bare = text.trim().replace(/^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/, "$1$3");
  if (isIP(bare) !== 6) return isIP(bare) === 4 ? bare : null;
  const [address = ""] = bare.split("%");
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(short) ?? [];
  if (!high || !low) return short;
  const bytes = [high, low].map((group) => Number.parseInt(group, 16));
  return bytes.flatMap((group) => [group >> 8, group & 255]).join(".");
}

/**
 * What a limit counts as one: an IPv4 address, or the first half of an IPv6 one, all of which one
 * connection has. Everyone whose address is not known is one, too.
 */
export function networkOf(address: string | null): string {
  if (!address?.includes(":")) return address ?? "unknown";
  const [before = "", after] = address.split("::");
  const head = before.split(":").filter(Boolean);
  const tail = after?.split(":").filter(Boolean) ?? [];
  const gap = Array<string>(8 - head.length - tail.length).fill("0");
  return `${[...head, ...gap, ...tail].slice(0, 4).join(":")}::/64`;
}
