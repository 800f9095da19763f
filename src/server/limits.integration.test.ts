import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { resetDatabase } from "@/testing/database";
import { type Asker, chargeCalls, chargePage, standingRefusal } from "./limits";

process.env.RATE_LIMITS = JSON.stringify({
  anonymous: 4,
  signedIn: 6,
  writes: 2,
  administrator: 9,
  pages: 3,
});

beforeAll(resetDatabase);

const nobody = Promise.resolve(false);
const office = Promise.resolve(true);
const read = { calls: 1, writes: 0 };
const write = { calls: 1, writes: 1 };
const someone = (): Asker => ({ userId: randomUUID(), address: "192.0.2.1" });
let last = 0;
const somewhere = (): Asker => {
  last += 1;
  return { userId: null, address: `198.51.100.${last}` };
};
const isRefused = async (verdict: ReturnType<typeof chargePage>) =>
  (await verdict).refusal !== null;

describe("calls of the API", () => {
  test("of an address end at its limit, and every answer says how that stands", async () => {
    const asker = somewhere();
    const { headers } = await chargeCalls(asker, { calls: 3, writes: 0 }, nobody);
    expect(headers).toEqual({
      "RateLimit-Policy": '"anonymous";q=4;w=60',
      RateLimit: expect.stringMatching(/^"anonymous";r=1;t=(60|59)$/),
    });
    expect((await chargeCalls(asker, read, nobody)).refusal).toBeNull();
    const { refusal, headers: said } = await chargeCalls(asker, read, nobody);
    expect(refusal?.code).toBe("TOO_MANY_REQUESTS");
    expect(Number(said["Retry-After"])).toBeGreaterThan(55);
    expect(said.RateLimit).toMatch(/r=0/);
    expect(await isRefused(chargeCalls(somewhere(), read, nobody))).toBe(false);
  });

  test("of one IPv6 network are counted together", async () => {
    for (const host of ["1", "2", "3", "4"])
      await chargeCalls({ userId: null, address: `2001:db8::${host}` }, read, nobody);
    const neighbour = { userId: null, address: "2001:db8::ffff:9" };
    expect(await isRefused(chargeCalls(neighbour, read, nobody))).toBe(true);
    const other = { userId: null, address: "2001:db8:0:1::1" };
    expect(await isRefused(chargeCalls(other, read, nobody))).toBe(false);
  });

  test("of an account are counted wherever it is", async () => {
    const asker = someone();
    await chargeCalls(asker, { calls: 6, writes: 0 }, nobody);
    const elsewhere = { ...asker, address: "203.0.113.5" };
    expect(await isRefused(chargeCalls(elsewhere, read, nobody))).toBe(true);
  });

  test("that write have a limit of their own, and reading goes on", async () => {
    const asker = someone();
    await chargeCalls(asker, write, nobody);
    const { headers } = await chargeCalls(asker, write, nobody);
    expect(headers.RateLimit).toMatch(/^"signedIn";r=4;t=\d+, "writes";r=0;t=\d+$/);
    expect(await isRefused(chargeCalls(asker, write, nobody))).toBe(true);
    expect(standingRefusal(asker, write)?.refusal?.code).toBe("TOO_MANY_REQUESTS");
    expect(standingRefusal(asker, read)).toBeNull();
    expect(await isRefused(chargeCalls(asker, read, nobody))).toBe(false);
  });

  test("of an administrator may be more, and write as many", async () => {
    const asker = someone();
    const { refusal, headers } = await chargeCalls(asker, { calls: 9, writes: 9 }, office);
    expect(refusal).toBeNull();
    expect(headers["RateLimit-Policy"]).toBe('"administrator";q=9;w=3600');
    expect(await isRefused(chargeCalls(asker, read, office))).toBe(true);
  });

  test("that were refused are refused again without asking anyone", async () => {
    const asker = somewhere();
    await chargeCalls(asker, { calls: 5, writes: 0 }, nobody);
    const since = performance.now();
    for (let count = 0; count < 100; count++) standingRefusal(asker, read);
    expect(performance.now() - since).toBeLessThan(20);
    expect(standingRefusal(asker, read)?.headers["Retry-After"]).toMatch(/^\d+$/);
  });
});

test("pages are counted apart from calls, for each account or address", async () => {
  const [asker, other] = [someone(), somewhere()];
  for (let count = 0; count < 3; count++) expect(await isRefused(chargePage(asker))).toBe(false);
  expect(await isRefused(chargePage(asker))).toBe(true);
  expect(await isRefused(chargePage(other))).toBe(false);
  expect(await isRefused(chargeCalls(asker, read, nobody))).toBe(false);
});
