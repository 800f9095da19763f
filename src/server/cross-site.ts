import { env } from "@/env.mjs";

/**
 * True for a request that a page of another site makes a browser send. Programs that send neither
 * header carry no one's cookies by accident, so they pass.
 */
export function isCrossSite(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  return origin !== null && origin !== new URL(env().NEXTAUTH_URL).origin;
}
