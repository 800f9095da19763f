// npm test [-- STEP ...]: everything that must hold, in one go. Runs all steps even when one fails,
// names each with its time, and ends with one line: N passed, N failed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "./demo/build.mjs";
import { install, isInstalled } from "./demo/install.mjs";
import { onStop } from "./embedded/lifeline.mjs";
import { leashed } from "./embedded/parts.mjs";
import { root } from "./embedded/state.mjs";

const bin = (path) => join(root, "node_modules", path);
const tsx = ["--import", "tsx"];
const vitest = bin("vitest/vitest.mjs");
const depcruise = bin("dependency-cruiser/bin/dependency-cruise.mjs");
const rooms = ["src", "prisma", "scripts", "e2e", "bench"].filter((name) =>
  existsSync(join(root, name)),
);
const integration = [vitest, "run", "--project", "integration"];
const journeys = [bin("@playwright/test/cli.js"), "test"];

/** The same tests again on a PostgreSQL server that is started for them; CI asks for it. */
const onRealServer =
  process.env.MEDICO24_TEST_POSTGRES === "real"
    ? [
        [
          "integration on PostgreSQL",
          [...tsx, "scripts/real-postgres.ts", process.execPath, ...integration],
        ],
        [
          "race on PostgreSQL",
          [...tsx, "scripts/real-postgres.ts", process.execPath, ...journeys, "e2e/race"],
        ],
      ]
    : [];

/** Name, and what to run: arguments for Node, or a function. */
const steps = [
  ["install", () => (isInstalled() ? undefined : install())],
  ["generate", ["scripts/prisma-generate.mjs"]],
  ["format and lint", [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]],
  ["types", [bin("typescript/bin/tsc"), "--noEmit"]],
  ["structure", [depcruise, "--config", ".dependency-cruiser.cjs", ...rooms]],
  ["unused code", [bin("knip/bin/knip.js")]],
  ["schema and migrations agree", [...tsx, "scripts/db.ts", "drift"]],
  ["unit", [vitest, "run", "--project", "unit"]],
  ["integration", integration],
  ["build", () => build()],
  ["journeys", journeys],
  ...onRealServer,
];

let running;
onStop(() => running?.kill("SIGTERM"));

/** Runs a step with its output on the screen; a failure is an error. */
async function run(name, args) {
  running = spawn(process.execPath, [...leashed, ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, MEDICO24_STARTER: String(process.pid), NEXT_TELEMETRY_DISABLED: "1" },
  });
  running.channel?.unref();
  const code = await new Promise((resolve) => {
    running.on("error", () => resolve(127));
    running.on("exit", (exitCode) => resolve(exitCode ?? 128));
  });
  if (code !== 0) throw new Error(`${name} ended with code ${code}.`);
}

async function perform([name, work]) {
  const since = Date.now();
  console.log(`\n=== ${name}`);
  try {
    await (typeof work === "function" ? work() : run(name, work));
    return { name, isPassed: true, seconds: (Date.now() - since) / 1_000 };
  } catch (error) {
    console.error(error.message);
    return { name, isPassed: false, seconds: (Date.now() - since) / 1_000 };
  }
}

const wanted = process.argv.slice(2);
const results = [];
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step[0])) continue;
  results.push(await perform(step));
  // Without packages or the database client every later step would fail for that reason.
  if (!results.at(-1).isPassed && ["install", "generate"].includes(step[0])) break;
}

console.log("");
for (const { name, isPassed, seconds } of results)
  console.log(`${isPassed ? "  ok  " : "FAILED"}  ${name.padEnd(30)} ${seconds.toFixed(1)} s`);
const passed = results.filter((result) => result.isPassed).length;
console.log(`\n${passed} passed, ${results.length - passed} failed`);
process.exit(passed === results.length && passed > 0 ? 0 : 1);
