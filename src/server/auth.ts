import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/env.mjs";
import { log } from "./log";
import { type SessionTicket, sessionCookie } from "./session-cookie";
import { refusalOf } from "./trpc";

declare module "next-auth" {
  interface User {
    ticket: SessionTicket;
  }
}

export type TradeIdToken = (input: { idToken: string }) => Promise<SessionTicket>;

/**
 * NextAuth as this product uses it: a Firebase ID token is traded for an encrypted cookie. What a
 * sign-in means is the command's business, so it is handed in.
 */
export function authOptions(trade: TradeIdToken): NextAuthOptions {
  const { NEXTAUTH_URL, NEXTAUTH_SECRET } = env();
  const { name, options } = sessionCookie(NEXTAUTH_URL);
  return {
    secret: NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: options.maxAge },
    useSecureCookies: options.secure,
    cookies: { sessionToken: { name, options } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        name: "Firebase",
        credentials: { idToken: {} },
        async authorize(credentials) {
          const idToken = credentials?.idToken ?? "";
          const ticket = await trade({ idToken }).catch(sayOnlyTheCode);
          return { id: ticket.userId, ticket };
        },
      }),
    ],
    callbacks: { jwt: ({ token, user }) => (user ? { ...user.ticket } : token) },
    // The metadata of these calls may hold tokens, so only the code is kept.
    logger: {
      error: (code) => log().error({ code }, "sign-in failed"),
      warn: (code) => log().warn({ code }, "sign-in warning"),
      debug: () => undefined,
    },
  };
}

// NextAuth puts the message into an address, so it must be nothing but a code.
function sayOnlyTheCode(error: unknown): never {
  const { code } = refusalOf(error);
  if (code === "UNEXPECTED")
    log().error({ name: error instanceof Error ? error.name : "unknown" }, "sign-in broke");
  throw new Error(code);
}
