import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { build, isBuilt } from "../scripts/demo/build.mjs";
import { appSettings } from "../scripts/demo/settings.mjs";
import { leashed, spawnPart, startPart } from "../scripts/embedded/parts.mjs";
import { root } from "../scripts/embedded/state.mjs";
import { send } from "./client";
import { poolSize } from "./settings";

/** A server under test: where it listens, what it has worked so far, and how it ends. */
export type Server = { url: string; cpuMs: () => number; stop: () => Promise<void> };

/** Linux counts a process's work in hundredths of a second; elsewhere it is unknown. */
function cpuMsOf(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!pid || !existsSync(file)) return Number.NaN;
  const afterName = readFileSync(file, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(afterName[11]) + Number(afterName[12])) * 10;
}

export const secret = "only-for-benchmarks-only-for-benchmarks";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/**
 * The product as it is served in production, built where the sources have changed.
 * @param profileTo a folder for a CPU profile of the whole run.
 */
export async function startProduct(databaseUrl: string, profileTo?: string): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...appSettings({
      mode: "test",
      databaseUrl,
      identityHost: "127.0.0.1:9",
      address: url,
      secret,
      clock: undefined,
    }),
    DATABASE_POOL_SIZE: String(poolSize),
    LOG_LEVEL: "error",
  };
  if (!isBuilt()) {
    console.log("Building the application ...");
    await build({ env });
  }
  const profiling = profileTo ? ["--cpu-prof", `--cpu-prof-dir=${profileTo}`] : [];
  const next = join(root, "node_modules/next/dist/bin/next");
  const part = spawnPart(
    "The product",
    [...leashed, ...profiling, next, "start", "-H", "127.0.0.1", "-p", String(port)],
    { env },
  );
  const failed = part.ended.then((code) => {
    throw new Error(`The product ended with code ${code}.\n${part.output()}`);
  });
  failed.catch(() => {});
  await Promise.race([failed, listens(url)]);
  return { url, cpuMs: () => cpuMsOf(part.child.pid), stop: part.stop };
}

async function listens(url: string): Promise<void> {
  for (;;) {
    if (await send({ url: `${url}/robots.txt` }).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The bare loop, as a process of its own like the product. */
export async function startBare(databaseUrl: string): Promise<Server> {
  const part = await startPart(
    "The bare loop",
    [...leashed, "--import", "tsx", join(root, "bench/bare.ts")],
    { env: { DATABASE_URL: databaseUrl, NODE_ENV: "production" } },
  );
  const cpuMs = () => cpuMsOf(part.child.pid);
  return { url: `http://127.0.0.1:${part.port}`, cpuMs, stop: part.stop };
}
