/** The network address that a request came from, as far as the headers say it. */
export function addressOf(headers: Headers): string | null {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 45) || null;
}
