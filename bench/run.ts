// npm run bench [-- --only month,bookings,race,plans,engine] [--profile]: what the product does in a second,
// beside what the bare machine does, in the same run. See README.md.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createDatabase } from "@/server/db";
import { root, stateFolder } from "../scripts/embedded/state.mjs";
import { hangUp } from "./client";
import { createScratch, type Scratch } from "./database";
import { generate } from "./generate";
import { explainHotQueries } from "./plans";
import {
  engineLine,
  figuresTable,
  machineOf,
  plansTable,
  type Results,
  statementsTable,
} from "./report";
import { measureBookings } from "./scenarios/bookings";
import type { Comparison } from "./scenarios/compare";
import { measureEngine } from "./scenarios/engine";
import { measureMonth } from "./scenarios/month";
import { measureRace } from "./scenarios/race";
import { startBare, startProduct } from "./server";
import { volume } from "./settings";
import { countStatements } from "./statements";

const scenarios = { month: measureMonth, bookings: measureBookings, race: measureRace };
const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    profile: { type: "boolean", default: false },
    "on-given-server": { type: "boolean", default: false },
  },
});
const chosen = options.only?.split(",");
const isChosen = (name: string) => !chosen || chosen.includes(name);
const resultsFile = join(root, "bench/results.json");

/** Needs neither database nor product, so it is measured, and written, also by itself. */
function measureEngineAlone(): void {
  const results: Results = JSON.parse(readFileSync(resultsFile, "utf8"));
  const engine = measureEngine();
  console.log(engineLine(engine));
  write({ ...results, engine });
}

function write(results: Results): void {
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`Written: ${resultsFile}`);
}

/** Last started, first stopped; whatever happens, nothing is left running. */
const ends: (() => Promise<unknown>)[] = [];
async function stopAll(): Promise<void> {
  hangUp();
  for (const end of ends.reverse()) await end().catch((error) => console.error(String(error)));
}

let ending: Promise<void> | undefined;
/** Ctrl-C may reach a program twice, and the second must not cut the first short. */
function endAll(): Promise<void> {
  ending ??= stopAll();
  return ending;
}

async function measure(scratch: Scratch): Promise<Comparison[]> {
  if (!Object.keys(scenarios).some(isChosen)) return [];
  const profileTo = options.profile ? join(stateFolder(), "bench") : undefined;
  if (profileTo) mkdirSync(profileTo, { recursive: true });
  const bare = await startBare(scratch.url);
  ends.push(bare.stop);
  const product = await startProduct(scratch.url, profileTo);
  ends.push(product.stop);
  const db = createDatabase(scratch.url, { poolSize: 2 });
  ends.push(() => db.$disconnect());
  const figures: Comparison[] = [];
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (!isChosen(name)) continue;
    console.log(`Measuring: ${name} ...`);
    figures.push(...(await scenario(db, { product, bare })));
  }
  if (profileTo) console.log(`The profile will be in ${profileTo}`);
  return figures;
}

async function explain(scratch: Scratch) {
  const db = createDatabase(scratch.url, { poolSize: 2 });
  return explainHotQueries(db).finally(() => db.$disconnect());
}

async function bench(serverUrl: string): Promise<void> {
  const engine = measureEngine();
  const scratch = await createScratch(serverUrl);
  ends.push(scratch.drop);
  const machine = machineOf(scratch.version);
  console.log(`Generating ${volume.appointments} appointments of ${volume.doctors} doctors ...`);
  const since = performance.now();
  const rows = await generate(scratch.url, volume);
  const generatedInSeconds = Math.round((performance.now() - since) / 100) / 10;
  const plans = isChosen("plans") ? await explain(scratch) : [];
  const statements = await countStatements(scratch.url);
  const figures = await measure(scratch);
  const at = new Date().toISOString();
  const made = { rows, generatedInSeconds };
  const results: Results = { at, machine, ...made, figures, engine, statements, plans };
  console.log(`\n${plansTable(plans)}\n\n${statementsTable(statements)}\n`);
  if (figures.length > 0) console.log(`${figuresTable(figures)}\n`);
  console.log(engineLine(engine));
  if (!chosen && !options.profile) write(results);
}

/** Without a server of one's own the whole run goes onto a private one. */
function runOnPrivateServer(): number {
  const server = join(root, "scripts/real-postgres.ts");
  const again = [join(root, "bench/run.ts"), "--on-given-server", ...process.argv.slice(2)];
  const node = [process.execPath, "--import", "tsx"];
  const args = ["--import", "tsx", server, "--", ...node, ...again];
  return spawnSync(process.execPath, args, { stdio: "inherit", cwd: root }).status ?? 1;
}

if (options.only === "engine") {
  measureEngineAlone();
  process.exit();
}
const given = process.env.BENCH_DATABASE_URL;
const server = options["on-given-server"] ? (given ?? process.env.TEST_DATABASE_URL) : given;
if (!server) process.exit(runOnPrivateServer());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => void endAll().then(() => process.exit(1)));
try {
  await bench(server);
} catch (error) {
  if (!ending) console.error(error);
  process.exitCode = 1;
} finally {
  await endAll();
}
