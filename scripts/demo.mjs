// npm run demo [-- --port N] [-- --reset]: Medico24 on this machine, with nothing but Node and npm.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, isBuilt } from "./demo/build.mjs";
import { install, isInstalled } from "./demo/install.mjs";
import { portOwner } from "./demo/port-owner.mjs";
import { step } from "./demo/progress.mjs";
import { appSettings, keptSecret } from "./demo/settings.mjs";
import { DemoRefused, explain } from "./demo/trouble.mjs";
import { claim } from "./embedded/folder-claim.mjs";
import { onStop, stop } from "./embedded/lifeline.mjs";
import {
  isPortFree,
  leashed,
  PartFailed,
  runPart,
  spawnPart,
  startDatabase,
  startIdentity,
} from "./embedded/parts.mjs";
import { dataFolder, root, stateFolder } from "./embedded/state.mjs";

const state = stateFolder();
const seeded = join(state, "seeded");
const seeding = join(state, "seeding");
const accountsFile = join(state, "demo-accounts.json");
let isStopping = false;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "3000" },
        reset: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new DemoRefused("--port takes a number from 1 to 65535.");
    return { port, isReset: values.reset };
  } catch (error) {
    if (error instanceof DemoRefused) throw error;
    throw new DemoRefused(`${error.message}\nUsage: npm run demo [-- --port N] [-- --reset]`);
  }
}

function assertNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new DemoRefused(
      `Medico24 needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`,
    );
}

async function assertPort(port) {
  if (await isPortFree(port)) return;
  throw new DemoRefused(
    `Port ${port} is taken by ${portOwner(port)}. Stop it, or choose another: npm run demo -- --port ${port + 1}`,
  );
}

/** One demo per folder: two would fight over the same database. */
function claimFolder(port) {
  const claimed = claim(join(state, "demo.json"), { address: `http://127.0.0.1:${port}` });
  if (claimed.holder)
    throw new DemoRefused(
      `A demo already runs in this folder (process ${claimed.holder.pid}): ${claimed.holder.address}`,
    );
  onStop(() => claimed.release());
}

function forget() {
  for (const path of [
    dataFolder(state),
    join(state, "identity.json"),
    join(state, "files"),
    accountsFile,
    seeded,
    seeding,
  ])
    rmSync(path, { recursive: true, force: true });
}

/** A log that cannot be written is no reason to stop; a full disk shows itself elsewhere. */
function note(log, text) {
  try {
    appendFileSync(log, text);
  } catch {
    // Nothing better can be done with the text.
  }
}

/** Every part logs into the state folder and is stopped with the demo, last started first. */
function partOptions(name, env) {
  const log = join(state, "logs", `${name}.log`);
  mkdirSync(join(state, "logs"), { recursive: true });
  writeFileSync(log, "");
  return {
    env,
    onOutput: (text) => note(log, text),
    onPart: (part) => onStop(part.stop),
  };
}

async function prepare() {
  if (!isInstalled())
    await step("Installing packages (a minute or two, once)", () =>
      install(partOptions("install")),
    );
  await step("Writing the database client", () =>
    runPart(
      "prisma generate",
      [join(root, "scripts/prisma-generate.mjs")],
      partOptions("generate"),
    ),
  );
}

/** The embedded parts; a first start that was cut off leaves no half-made world behind. */
async function startParts(isReset) {
  if (isReset || existsSync(seeding)) forget();
  if (!existsSync(seeded)) writeFileSync(seeding, "");
  const parts = {};
  const first = existsSync(dataFolder(state)) ? "" : " (a quarter of a minute, the first time)";
  await step(`Starting the database and the identity service${first}`, async () => {
    const starting = [
      startDatabase({ state, ...partOptions("database") }),
      startIdentity({ state, ...partOptions("identity") }),
    ];
    await Promise.allSettled(starting);
    [parts.database, parts.identity] = await Promise.all(starting);
  });
  return parts;
}

const typescript = ["--import", "tsx"];

async function fillWorld(env, hasAccounts) {
  await step("Migrating the database", () =>
    runPart(
      "The migration",
      [...typescript, join(root, "scripts/db.ts"), "migrate"],
      partOptions("migrate", env),
    ),
  );
  const seed = [...leashed, ...typescript, join(root, "prisma/seed.ts")];
  if (existsSync(seeded)) {
    if (hasAccounts) return;
    await step("Making the sign-ins again", () =>
      runPart("The demo world", [...seed, "--sign-ins-only"], partOptions("seed", env)),
    );
    return;
  }
  await step("Filling the demo world (once)", () =>
    runPart("The demo world", seed, partOptions("seed", env)),
  );
  writeFileSync(seeded, new Date().toISOString());
  rmSync(seeding, { force: true });
}

async function startApp(port, env) {
  const next = join(root, "node_modules/next/dist/bin/next");
  const app = spawnPart(
    "The web application",
    [...leashed, next, "start", "-H", "127.0.0.1", "-p", String(port)],
    partOptions("app", env),
  );
  onStop(app.stop);
  await step("Starting the web application", async () => {
    const ended = app.ended.then((code) => {
      throw new PartFailed(app.name, code, app.output());
    });
    ended.catch(() => {});
    await Promise.race([ended, answers(`http://127.0.0.1:${port}/`)]);
  });
  return app;
}

async function answers(url) {
  for (;;) {
    const answer = await fetch(url, { redirect: "manual" }).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function printWelcome(address) {
  console.log(`\nMedico24 is running: ${address}\n`);
  if (existsSync(accountsFile)) {
    console.log("Demo accounts:");
    for (const { role, email, password, note } of JSON.parse(readFileSync(accountsFile, "utf8")))
      console.log(
        `  ${role.padEnd(18)} ${email.padEnd(34)} ${password}${note ? `   ${note}` : ""}`,
      );
  }
  console.log("\nCtrl-C stops it and keeps the data; `npm run demo -- --reset` starts over.");
}

/** Never resolves: throws when a part that should run has ended. */
function watch(parts) {
  return Promise.race(
    parts.map((part) =>
      part.ended.then((code) => {
        throw new PartFailed(part.name, code, part.output());
      }),
    ),
  );
}

async function run() {
  assertNode();
  const { port, isReset } = readOptions();
  claimFolder(port);
  await assertPort(port);
  console.log("Medico24 demo");
  await prepare();
  const hasAccounts = existsSync(join(state, "identity.json"));
  const { database, identity } = await startParts(isReset);
  const address = `http://127.0.0.1:${port}`;
  const env = appSettings({
    mode: "demo",
    databaseUrl: database.url,
    identityHost: identity.host,
    address,
    secret: keptSecret(state),
  });
  await fillWorld(env, hasAccounts);
  if (!isBuilt())
    await step("Building the web application (once per version)", () =>
      build(partOptions("build", env)),
    );
  const app = await startApp(port, env);
  printWelcome(address);
  await watch([database, identity, app]);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.prependListener(signal, () => {
    if (!isStopping) console.log("\nStopping ...");
    isStopping = true;
  });
onStop(() => {
  isStopping = true;
});

try {
  await run();
} catch (error) {
  if (!isStopping) {
    console.error(`\n${explain(error)}`);
    await stop(1);
  }
}
