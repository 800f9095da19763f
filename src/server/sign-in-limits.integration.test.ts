import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type RefusalCode, RefusalError, refuse } from "@/lib/refusal";
import { resetDatabase } from "@/testing/database";
import { tryToSignIn } from "./sign-in-limits";

process.env.RATE_LIMITS = JSON.stringify({ signIn: 5 });
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

test("five forged tokens from one address are looked at, the sixth is not", async () => {
  const address = somewhere();
  for (let count = 0; count < 5; count++)
    expect((await tryOnce(address, randomUUID(), "SIGN_IN_REQUIRED")).said).toBe(
      "SIGN_IN_REQUIRED",
    );
  const { said, waits, isLookedAt } = await tryOnce(address, randomUUID(), "fine");
  expect([said, isLookedAt]).toEqual(["TOO_MANY_TRIES", false]);
  expect(waits).toBeGreaterThan(290);
  expect((await tryOnce(somewhere(), randomUUID(), "fine")).said).toBe("ticket");
});

test("many at once are not more than five", async () => {
  const address = somewhere();
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => tryOnce(address, randomUUID(), "SIGN_IN_REQUIRED")),
  );
  expect(tries.filter(({ isLookedAt }) => isLookedAt).length).toBeLessThanOrEqual(5);
});

test("a success, and trouble of ours, cost nobody a try", async () => {
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
