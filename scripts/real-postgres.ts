// A private PostgreSQL with PostGIS: `tsx scripts/real-postgres.ts [-- COMMAND ...]`.
// With a command it runs it with DATABASE_URL, TEST_DATABASE_URL and E2E_DATABASE_URL set and ends
// with its exit
// code; without one it prints the address and runs until it is stopped.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const VERSIONS = "/usr/lib/postgresql";
const isRoot = process.getuid?.() === 0;

/** Programs of the newest installed server that has PostGIS, or null. */
function findPrograms(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const found = readdirSync(VERSIONS)
    .filter((version) =>
      existsSync(join("/usr/share/postgresql", version, "extension/postgis.control")),
    )
    .sort((a, b) => Number(b) - Number(a))[0];
  return found ? join(VERSIONS, found, "bin") : null;
}

const POLICY = "/usr/sbin/policy-rc.d";

/** Debian would start a cluster of the system's own with the package; nothing here wants it. */
function withoutSystemCluster(run: () => void): void {
  const isOurs = !existsSync(POLICY);
  if (isOurs) writeFileSync(POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    run();
  } finally {
    if (isOurs) rmSync(POLICY);
  }
}

function install(): void {
  if (!isRoot)
    throw new Error(
      "PostgreSQL with PostGIS is not installed. As root: apt-get install postgresql-15 postgresql-15-postgis-3",
    );
  console.log("Installing PostgreSQL and PostGIS ...");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const packages = ["postgresql-15", "postgresql-15-postgis-3"];
  execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
  withoutSystemCluster(() =>
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
      stdio: ["ignore", "ignore", "inherit"],
      env,
    }),
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** PostgreSQL refuses to run as root, so root lends it the account its packages made. */
function asServerUser(program: string, args: string[]): void {
  const [command, all] = isRoot
    ? ["runuser", ["-u", "postgres", "--", program, ...args]]
    : [program, args];
  const done = spawnSync(command as string, all as string[], { encoding: "utf8", cwd: "/" });
  if (done.status !== 0) throw new Error(`${program} failed.\n${done.stdout}${done.stderr}`);
}

function lendToServer(folder: string): void {
  if (!isRoot) return;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  chownSync(folder, id("-u"), id("-g"));
}

async function startCluster(): Promise<{ url: string; stop: () => void }> {
  if (!findPrograms()) install();
  const programs = findPrograms();
  if (!programs) throw new Error("PostgreSQL with PostGIS could not be installed.");
  const folder = mkdtempSync(join(tmpdir(), "medico24-postgres-"));
  lendToServer(folder);
  const data = join(folder, "data");
  const port = await freePort();
  asServerUser(join(programs, "initdb"), ["-D", data, "-U", "postgres", "-E", "UTF8", "--no-sync"]);
  const settings = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=off -c max_connections=120`;
  asServerUser(join(programs, "pg_ctl"), [
    ...["-D", data, "-l", join(folder, "server.log"), "-w", "-o", settings, "start"],
  ]);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      asServerUser(join(programs, "pg_ctl"), ["-D", data, "-m", "immediate", "-w", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const cluster = await startCluster();
let isStopped = false;
function stop(code: number): void {
  if (isStopped) return;
  isStopped = true;
  cluster.stop();
  process.exit(code);
}

const command = process.argv.slice(2).filter((arg, index) => !(index === 0 && arg === "--"));
const [program, ...args] = command;
if (program) {
  const { url } = cluster;
  const env = { ...process.env, DATABASE_URL: url, TEST_DATABASE_URL: url, E2E_DATABASE_URL: url };
  const child = spawn(program, args, { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => child.kill(signal));
  child.on("error", () => stop(127));
  child.on("close", (code) => stop(code ?? 1));
} else {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));
  console.log(`DATABASE_URL=${cluster.url}`);
  setInterval(() => {}, 60_000);
}
