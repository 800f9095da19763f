import { NextRequest } from "next/server";
import { Temporal } from "temporal-polyfill";
import { beforeEach, expect, test } from "vitest";
import { env } from "@/env.mjs";
import { openSession } from "@/features/accounts/session-store";
import type { UserId } from "@/lib/ids";
import { openTicket, type SessionTicket, sealTicket, sessionCookie } from "@/server/session-cookie";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createUser } from "@/testing/factories/user";
import { proxy } from "./proxy";

const db = testDatabase();
const { NEXTAUTH_URL: site, NEXTAUTH_SECRET: key } = env();
const { name } = sessionCookie(site);

beforeEach(resetDatabase);

/** A session whose secret was made so many minutes ago. */
async function signedIn(minutes: number): Promise<SessionTicket> {
  const user = await createUser(db);
  return openSession(db, user.id as UserId, Temporal.Now.instant().subtract({ minutes }));
}

async function ask(ticket: SessionTicket | null): Promise<Response> {
  const headers = new Headers();
  if (ticket) headers.set("cookie", `theme=dark; ${name}=${await sealTicket(ticket, key)}`);
  return proxy(new NextRequest(new URL("/account", site), { headers }));
}

/** The ticket that the browser is told to keep, and the one that the page sees. */
async function told(response: Response) {
  const kept = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  const seen = response.headers.get("x-middleware-request-cookie") ?? "";
  const valueIn = (text: string) => new RegExp(`${name}=([^;]+)`).exec(text)?.[1] ?? "";
  return {
    kept: kept ? await openTicket(valueIn(kept), key) : undefined,
    seen: await openTicket(valueIn(seen), key),
    attributes: kept?.replace(/^[^;]+; /, "") ?? "",
    header: seen,
  };
}

test("who is not signed in, or signed in just now, passes without a question", async () => {
  for (const ticket of [null, await signedIn(0), await signedIn(14)])
    expect((await ask(ticket)).headers.getSetCookie()).toEqual([]);
  expect(await db.refreshToken.count({ where: { rotatedAt: { not: null } } })).toBe(0);
});

test("after a quarter of an hour the browser and the page get the next secret", async () => {
  const ticket = await signedIn(15);
  const { kept, seen, attributes, header } = await told(await ask(ticket));
  expect(kept).toMatchObject({ userId: ticket.userId, familyId: ticket.familyId });
  expect(kept?.secret).not.toBe(ticket.secret);
  expect(seen).toEqual(kept);
  expect(header).toContain("theme=dark");
  expect(attributes).toMatch(/HttpOnly/);
  expect(attributes).toMatch(/SameSite=lax/i);
});

test("requests in flight together keep one session", async () => {
  const ticket = await signedIn(20);
  const answers = await Promise.all(Array.from({ length: 6 }, () => ask(ticket).then(told)));
  expect(new Set(answers.map((answer) => answer.kept?.secret)).size).toBe(1);
  expect(await db.refreshToken.count({ where: { isRevoked: true } })).toBe(0);
});

test("a secret used again later ends the session, and nothing new is handed out", async () => {
  const ticket = await signedIn(20);
  await ask(ticket);
  const before = Temporal.Now.instant().subtract({ minutes: 2 });
  const rotatedAt = new Date(before.epochMilliseconds);
  await db.refreshToken.updateMany({ where: { rotatedAt: { not: null } }, data: { rotatedAt } });
  expect((await ask(ticket)).headers.getSetCookie()).toEqual([]);
  expect(await db.refreshToken.count({ where: { isRevoked: false } })).toBe(0);
});
