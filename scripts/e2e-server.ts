// The product as the journeys meet it: a fresh demo world, the production build, its own clock.
// Started by Playwright; `tsx scripts/e2e-server.ts` keeps it up for running journeys by hand.
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { address } from "../e2e/address";
import { migrate } from "./db/migrate";
import { createMigratedState } from "./db/template";
import { build, isBuilt } from "./demo/build.mjs";
import { appSettings } from "./demo/settings.mjs";
import { onStop, stop, stopWithParent } from "./embedded/lifeline.mjs";
import {
  isPortFree,
  leashed,
  type Part,
  runPart,
  spawnPart,
  startDatabase,
  startIdentity,
} from "./embedded/parts.mjs";
import { root, stateFolder } from "./embedded/state.mjs";

const onPart = (part: Part) => onStop(part.stop);
const say = (line: string) => console.log(line);

/** A server's log, for looking into a journey that failed. */
function logTo(name: string): (text: string) => void {
  const folder = join(stateFolder(), "logs");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `e2e-${name}.log`);
  writeFileSync(file, "");
  return (text) => appendFileSync(file, text);
}

async function assertPorts(): Promise<void> {
  for (const port of [address.port, address.identityPort, address.databasePort])
    if (!(await isPortFree(port)))
      throw new Error(`Port ${port} is taken. E2E_PORT moves all three ports of the journeys.`);
}

/** A state folder of this run's own, and the database: the embedded one, or one that was given. */
async function openDatabase(): Promise<string> {
  const given = process.env.E2E_DATABASE_URL;
  const state = given
    ? await mkdtemp(join(tmpdir(), "medico24-state-"))
    : await createMigratedState();
  onStop(() => rmSync(state, { recursive: true, force: true }));
  if (given) await migrate(given, say);
  else await startDatabase({ state, port: address.databasePort, onPart });
  return state;
}

/** On a server that has roles, the product has to do with what its own one may. */
function role(): Record<string, string> {
  return process.env.E2E_DATABASE_URL ? { DATABASE_ROLE: "medico24_app" } : {};
}

async function start(): Promise<void> {
  await assertPorts();
  const state = await openDatabase();
  const identity = await startIdentity({ state, port: address.identityPort, onPart });
  const env = appSettings({
    mode: "test",
    databaseUrl: address.databaseUrl,
    identityHost: identity.host,
    address: address.site,
    secret: address.sessionKey,
    clock: address.clock,
  });
  say("Filling the demo world ...");
  const seedEnv = { ...env, MEDICO24_STATE: state };
  await runPart("The demo world", [...leashed, "--import", "tsx", join(root, "prisma/seed.ts")], {
    env: seedEnv,
    onPart,
  });
  if (!isBuilt()) {
    say("Building ...");
    await build({ env, onPart });
  }
  const next = join(root, "node_modules/next/dist/bin/next");
  const app = spawnPart(
    "The web application",
    [...leashed, next, "start", "-H", "127.0.0.1", "-p", String(address.port)],
    { env: { ...env, ...role(), LOG_LEVEL: "warn" }, onOutput: logTo("app") },
  );
  onPart(app);
  say(`Ready at ${address.site}`);
  await app.ended;
  throw new Error(`The web application ended.\n${app.output()}`);
}

stopWithParent();
try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
