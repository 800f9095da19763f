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

process.env.RATE_LIMITS = JSON.stringify({ pages: 20 });
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

test("each page may run what carries the nonce of this one answer, whatever the request said", async () => {
  const forged = { "content-security-policy": "script-src 'nonce-mine' 'unsafe-inline'" };
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const response = await proxy(new NextRequest(new URL("/doctors", site), { headers: forged }));
      const policy = response.headers.get("content-security-policy");
      expect(response.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
      expect(policy).not.toMatch(/mine|script-src[^;]*unsafe/);
      return /'nonce-([^']{24})'/.exec(policy ?? "")?.[1];
    }),
  );
  expect(new Set(policies).size).toBe(2);
});

test("a document says itself what may be in it", async () => {
  const response = await proxy(new NextRequest(new URL("/documents/1", site)));
  expect(response.headers.get("content-security-policy")).toBeNull();
});

test.each<Record<string, string>>([
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { origin: "https://evil.example" },
  { origin: "null" },
])("what another site sends with %o gets no further", async (headers) => {
  const ask = (method: string) =>
    proxy(new NextRequest(new URL("/account", site), { method, headers }));
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    expect((await ask(method)).status).toBe(403);
  expect((await ask("GET")).status).toBe(200);
});

test("who asks for too many pages is asked to wait, calmly, and by a page that loads nothing", async () => {
  const ticket = await signedIn(0);
  for (let count = 0; count < 20; count++) expect((await ask(ticket)).status).toBe(200);
  const answer = await ask(ticket);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(answer.headers.get("ratelimit")).toMatch(/^"pages";r=0;t=\d+$/);
  expect(answer.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; style-src 'sha256-/,
  );
  expect(await answer.text()).toContain("One moment, please");
  expect((await ask(await signedIn(0))).status).toBe(200);
});

test("who is asked to wait gets no new secret meanwhile", async () => {
  const ticket = await signedIn(0);
  for (let count = 0; count < 20; count++) await ask(ticket);
  const due = { ...ticket, rotatedAt: ticket.rotatedAt - 20 * 60_000 };
  expect((await ask(due)).status).toBe(429);
  expect(await db.refreshToken.count({ where: { rotatedAt: { not: null } } })).toBe(0);
});
