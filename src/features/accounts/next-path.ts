const longest = 2000;

/**
 * The path within this site that `?next=` asks for, or null for anything that could lead elsewhere.
 * A browser reads "//host", "/\host" and "/<tab>/host" as other sites, so its own parser decides.
 */
export function safeNext(value: unknown): string | null {
  if (typeof value !== "string" || !value.startsWith("/") || value.length > longest) return null;
  const here = "https://here.invalid";
  const url = URL.canParse(value, here) ? new URL(value, here) : null;
  if (url?.origin !== here || url.pathname.startsWith("//")) return null;
  if (/^\/(api|_next)(\/|$)/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

/** Where an address on this site leads, as `safeNext` would have it; null for other sites. */
export function safeNextOf(address: unknown, siteUrl: string): string | null {
  if (typeof address !== "string" || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.origin === new URL(siteUrl).origin
    ? safeNext(url.pathname + url.search + url.hash)
    : null;
}

/** `path` with `next` and other parameters; those that are null or empty are left out. */
export function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  return params.size > 0 ? `${path}?${params}` : path;
}
