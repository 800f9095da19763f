import { decode, encode } from "next-auth/jwt";
import { z } from "zod";

/** What the encrypted session cookie holds. `secret` is known to the database as a hash only. */
export type SessionTicket = {
  userId: string;
  familyId: string;
  secret: string;
  /** When the secret was made, in epoch milliseconds of the real clock. */
  rotatedAt: number;
};

/** A session unused for this long has ended. */
export const sessionLifetime = { hours: 30 * 24 } as const;
const lifetimeSeconds = sessionLifetime.hours * 3600;

const ticketSchema = z.object({
  userId: z.uuid(),
  familyId: z.uuid(),
  secret: z.string().min(1),
  rotatedAt: z.number(),
});

/** Name and attributes of the cookie for a site at the given address. */
export function sessionCookie(siteUrl: string) {
  const secure = siteUrl.startsWith("https:");
  return {
    name: secure ? "__Secure-medico24.session" : "medico24.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: lifetimeSeconds },
  } as const;
}

/** The same cookie, as it is set to make a browser forget it. */
export function forgottenCookie(siteUrl: string) {
  const { name, options } = sessionCookie(siteUrl);
  return { ...options, name, value: "", maxAge: 0 } as const;
}

/** The ticket, encrypted with `key` (NEXTAUTH_SECRET). */
export function sealTicket(ticket: SessionTicket, key: string): Promise<string> {
  return encode({ token: { ...ticket }, secret: key, maxAge: lifetimeSeconds });
}

/** Null for anything that we did not seal ourselves, or that has expired. */
export async function openTicket(sealed: string, key: string): Promise<SessionTicket | null> {
  const token = await decode({ token: sealed, secret: key }).catch(() => null);
  return ticketSchema.safeParse(token).data ?? null;
}
