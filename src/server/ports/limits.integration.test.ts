import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { resetDatabase, testDatabase } from "@/testing/database";
import { insured, type LimitStore } from "./limits";
import { memoryLimits } from "./limits-memory";
import { postgresLimits } from "./limits-postgres";
import { redisLimits } from "./limits-redis";

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
let redis: ChildProcess | undefined;
const stores: Record<string, [LimitStore, LimitStore]> = {};

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A Redis of this test's own, that keeps nothing. */
async function startRedis(port: number): Promise<ChildProcess> {
  const settings = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const server = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`redis-server ended with ${code}`)));
    server.stdout?.on("data", (text) => String(text).includes("Ready to accept") && resolve());
  });
  return server;
}

beforeAll(async () => {
  await resetDatabase();
  const url = inject("databaseUrl");
  // Two of each, as two app processes have them.
  stores.PostgreSQL = [postgresLimits(url), postgresLimits(url)];
  const alone = memoryLimits();
  stores["this process"] = [alone, alone];
  if (!hasRedis) return;
  const port = await freePort();
  redis = await startRedis(port);
  const redisUrl = `redis://127.0.0.1:${port}`;
  stores.Redis = [redisLimits(redisUrl), redisLimits(redisUrl)];
});
afterAll(async () => {
  await Promise.all(Object.values(stores).flatMap((pair) => pair.map((store) => store.close())));
  redis?.kill();
});

let key = 0;
beforeEach(() => {
  key += 1;
});

describe.each(["PostgreSQL", "Redis", "this process"])("limits kept in %s", (name) => {
  const skip = name === "Redis" && !hasRedis;
  const both = () => stores[name] as [LimitStore, LimitStore];
  const own = () => `test:${name}:${key}`;

  test.skipIf(skip)("are one for all processes, whoever is faster", async () => {
    const [here, there] = both();
    const spending = Array.from({ length: 40 }, (_, index) =>
      (index % 2 === 0 ? here : there).spend(own(), 1, 60),
    );
    const counts = (await Promise.all(spending)).map(({ spent }) => spent);
    expect(counts.toSorted((a, b) => a - b)).toEqual(spending.map((_, index) => index + 1));
    expect(await there.read(own())).toMatchObject({ spent: 40 });
  });

  test.skipIf(skip)("say how long the span lasts, which begins with the first point", async () => {
    const [here, there] = both();
    const first = await here.spend(own(), 3, 60);
    expect(first.spent).toBe(3);
    const second = await there.spend(own(), 1, 600);
    expect(second.spent).toBe(4);
    for (const { msLeft } of [first, second]) {
      expect(msLeft).toBeGreaterThan(50_000);
      expect(msLeft).toBeLessThanOrEqual(60_000);
    }
  });

  test.skipIf(skip)("count from nothing once the span is over", async () => {
    const [here, there] = both();
    const { msLeft } = await here.spend(own(), 5, 1);
    expect(msLeft).toBeLessThanOrEqual(1_000);
    await expect.poll(() => there.read(own()), { timeout: 3_000 }).toMatchObject({ spent: 0 });
    expect((await there.spend(own(), 2, 60)).spent).toBe(2);
  });

  test.skipIf(skip)("take back, and keep others apart", async () => {
    const [here, there] = both();
    await here.spend(own(), 2, 60);
    expect((await there.spend(own(), -1, 60)).spent).toBe(1);
    expect(await here.read(`${own()}:other`)).toEqual({ spent: 0, msLeft: 0 });
  });
});

test("a store that does not answer is asked no more for a while, and each process counts", async () => {
  const nowhere = postgresLimits(`postgresql://nobody@127.0.0.1:${await freePort()}/none`);
  const store = insured(nowhere, memoryLimits());
  expect((await store.spend("a", 2, 60)).spent).toBe(2);
  const since = performance.now();
  expect((await store.spend("a", 1, 60)).spent).toBe(3);
  expect((await store.read("a")).spent).toBe(3);
  expect(performance.now() - since).toBeLessThan(20);
  await store.close();
});

test("a Redis that is not there holds nobody up for longer than a second or two", async () => {
  const store = insured(redisLimits(`redis://127.0.0.1:${await freePort()}`), memoryLimits());
  const since = performance.now();
  expect((await store.spend("a", 1, 60)).spent).toBe(1);
  expect(performance.now() - since).toBeLessThan(2_500);
  await store.close();
});

test("the table of the limits is not written ahead", async () => {
  const rows = await testDatabase().$queryRaw`
    SELECT relpersistence::text AS kind FROM pg_class WHERE relname = 'rate_limits'`;
  expect(rows).toEqual([{ kind: "u" }]);
});
