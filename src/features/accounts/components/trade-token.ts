import { isRefusal, isRefusalCode, RefusalError, refuse } from "@/lib/refusal";

/**
 * Trades an ID token for our session cookie at NextAuth's credentials address. NextAuth's own client
 * would leave the page when the network fails, and what was typed would be lost. Throws the refusal.
 */
export async function tradeToken(idToken: string): Promise<void> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, idToken, json: "true" }),
  });
  if (answer.ok) return;
  const { url, refusal } = (await answer.json()) as { url?: string; refusal?: unknown };
  if (isRefusal(refusal)) throw new RefusalError(refusal);
  const code = url ? new URL(url).searchParams.get("error") : null;
  throw new RefusalError(refuse(isRefusalCode(code) ? code : "UNEXPECTED"));
}

/** Leaves for `path` with a fresh page, so that nothing shows what it knew before. */
export function leaveFor(path: string): Promise<never> {
  window.location.assign(path);
  // The form stays busy until the new page is there: a second press would send again.
  return new Promise(() => undefined);
}
