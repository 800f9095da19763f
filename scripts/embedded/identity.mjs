// The embedded identity service: `node identity.mjs --state FILE [--port N]`. It is the Firebase
// Auth emulator in this process; accounts are kept in FILE over restarts, passwords included.
// Prints `READY <port>`. For the demo and tests only: it accepts unsigned tokens.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { claim } from "./folder-claim.mjs";
import { onStop, stop } from "./lifeline.mjs";

const SAVE_EVERY = 3_000;

const { values } = parseArgs({
  options: {
    state: { type: "string" },
    port: { type: "string", default: "0" },
    project: { type: "string", default: "demo-medico24" },
  },
});
if (!values.state) throw new Error("--state FILE is missing.");
const file = resolve(values.state);
mkdirSync(dirname(file), { recursive: true });

const claimed = claim(`${file}.pid`);
if (claimed.holder) {
  process.stderr.write(`Process ${claimed.holder.pid} already keeps ${file}.\n`);
  process.exit(4);
}
onStop(() => claimed.release());

// firebase-tools keeps settings of its own; they belong into our folder, not into a home folder.
process.env.XDG_CONFIG_HOME = join(dirname(file), "firebase-tools");
const require = createRequire(import.meta.url);
const { createApp } = require("firebase-tools/lib/emulator/auth/server.js");
const app = await createApp(values.project, 1);

const server = await new Promise((resolve, reject) => {
  const listening = app.listen(Number(values.port), "127.0.0.1", () => resolve(listening));
  listening.once("error", reject);
});
const { port } = server.address();
const accounts = `http://127.0.0.1:${port}/identitytoolkit.googleapis.com/v1/projects/${values.project}/accounts`;

async function ask(url, body) {
  const answer = await fetch(url, {
    method: body ? "POST" : "GET",
    headers: { Authorization: "Bearer owner", "Content-Type": "application/json" },
    body,
  });
  if (!answer.ok) throw new Error(`The identity service answered ${await answer.text()}`);
  return answer.text();
}

let saved = "";
async function save() {
  const { users = [] } = JSON.parse(await ask(`${accounts}:batchGet?maxResults=-1`));
  const text = JSON.stringify({ users }, null, 1);
  if (text === saved) return;
  // Written beside and renamed, so that a kill in the middle leaves the last whole file.
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  saved = text;
}

async function restore() {
  if (!existsSync(file)) return;
  const { users } = JSON.parse(readFileSync(file, "utf8"));
  if (users.length > 0) await ask(`${accounts}:batchCreate`, JSON.stringify({ users }));
}

try {
  await restore();
} catch (error) {
  process.stderr.write(`The accounts in ${file} cannot be read (${error.message}).\n`);
  await stop(3);
}
onStop(() => server.close());
onStop(save);
setInterval(
  () => void save().catch((error) => process.stderr.write(`${error.message}\n`)),
  SAVE_EVERY,
);
process.stdout.write(`READY ${port}\n`);
