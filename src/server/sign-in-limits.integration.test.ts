import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type RefusalCode, RefusalError, refuse } from "@/lib/refusal";
import { resetDatabase } from "@/testing/database";
import { tryToSignIn } from "./sign-in-limits";

process.env.RATE_LIMITS = JSON.stringify({ signIn: 5, signInTries: 30, signedInOften: 12 });
beforeAll(resetDatabase);

const tokenOf = (sub: string) =>
  `e30.${Buffer.from(JSON.stringify({ sub })).toString("base64url")}.signature`;
let last = 0;
const somewhere = () => {
  last += 1;
  return `198.51.100.${last}`;
};

/** Tries once: what came of it, and how many seconds the answer tells to wait. */
async function tryOnce(address: string, sub: string, outcome: RefusalCode | "fine" | "trouble") {
  let waits = 0;
  let isLookedAt = false;
  const trade = async () => {
    isLookedAt = true;
    if (outcome === "trouble") throw new Error("The identity service is away.");
    if (outcome !== "fine") throw new RefusalError(refuse(outcome));
    return "ticket";
  };
  const said = await tryToSignIn({ address, idToken: tokenOf(sub) }, trade, ({ headers }) => {
    waits = Number(headers["Retry-After"]);
  }).catch((error) => (error instanceof RefusalError ? error.refusal.code : "trouble"));
  return { said, waits, isLookedAt };
}

test("after five forged tokens from one address the next are too many, and a good one still gets in", async () => {
  const address = somewhere();
  const forged = () => tryOnce(address, randomUUID(), "SIGN_IN_REQUIRED");
  for (let count = 0; count < 5; count++) expect((await forged()).said).toBe("SIGN_IN_REQUIRED");
  const { said, waits } = await forged();
  expect(said).toBe("TOO_MANY_TRIES");
  expect(waits).toBeGreaterThan(290);
  expect((await tryOnce(address, randomUUID(), "fine")).said).toBe("ticket");
  expect((await tryOnce(address, randomUUID(), "ACCOUNT_DEACTIVATED")).said).toBe(
    "ACCOUNT_DEACTIVATED",
  );
});

test("many honest ones at once all get in", async () => {
  const address = somewhere();
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => tryOnce(address, randomUUID(), "fine")),
  );
  expect(new Set(tries.map(({ said }) => said))).toEqual(new Set(["ticket"]));
});

test("no more than so many a minute are looked at from one address, be they at once", async () => {
  const address = somewhere();
  const tries = await Promise.all(
    Array.from({ length: 40 }, () => tryOnce(address, randomUUID(), "SIGN_IN_REQUIRED")),
  );
  expect(tries.filter(({ isLookedAt }) => isLookedAt)).toHaveLength(30);
  expect((await tryOnce(address, randomUUID(), "fine")).said).toBe("TOO_MANY_TRIES");
});

test("an account is let in only so often, wherever it is", async () => {
  const sub = randomUUID();
  for (let count = 0; count < 12; count++)
    expect((await tryOnce(somewhere(), sub, "fine")).said).toBe("ticket");
  const { said, waits, isLookedAt } = await tryOnce(somewhere(), sub, "fine");
  expect([said, isLookedAt]).toEqual(["TOO_MANY_TRIES", false]);
  expect(waits).toBeGreaterThan(3_500);
});

test("a success, and trouble of ours, are no failures", async () => {
  const address = somewhere();
  for (let count = 0; count < 8; count++) {
    expect((await tryOnce(address, "kim", "fine")).said).toBe("ticket");
    expect((await tryOnce(address, "kim", "trouble")).said).toBe("trouble");
  }
});

test("an account that is refused is refused wherever it tries", async () => {
  const sub = randomUUID();
  for (let count = 0; count < 5; count++)
    await tryOnce(somewhere(), sub, count % 2 === 0 ? "ACCOUNT_DEACTIVATED" : "EMAIL_IN_USE");
  expect((await tryOnce(somewhere(), sub, "fine")).said).toBe("TOO_MANY_TRIES");
});

test("nobody locks another person out by writing their name into a token", async () => {
  const sub = randomUUID();
  for (let count = 0; count < 9; count++) await tryOnce(somewhere(), sub, "SIGN_IN_REQUIRED");
  expect((await tryOnce(somewhere(), sub, "fine")).said).toBe("ticket");
});
