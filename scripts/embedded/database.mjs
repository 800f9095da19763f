// The embedded PostgreSQL with PostGIS: `node database.mjs --data DIR [--port N]`.
// Prints `READY <port>` once it takes connections. Exit codes: 3 the folder cannot be opened,
// 4 another process has it, 5 the port is taken, 6 the disk is full.
import { mkdirSync, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { pgcrypto } from "@electric-sql/pglite/contrib/pgcrypto";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { uuid_ossp } from "@electric-sql/pglite/contrib/uuid_ossp";
import { postgis } from "@electric-sql/pglite-postgis";
import { claim } from "./folder-claim.mjs";
import { onStop, stop } from "./lifeline.mjs";
import { serveEngine } from "./wire-server.mjs";

const { values } = parseArgs({
  options: { data: { type: "string" }, port: { type: "string", default: "0" } },
});
if (!values.data) throw new Error("--data DIR is missing.");
const folder = resolve(values.data);

/** Says why and ends with the code that tells the caller which kind of trouble it is. */
async function giveUp(code, sentence) {
  process.stderr.write(`${sentence}\n`);
  await stop(code);
}

/** The engine's own errors rarely say so; what is left on the disk does. */
function isDiskFull(error) {
  if (/ENOSPC|No space left|could not extend file/i.test(String(error?.message ?? error)))
    return true;
  const { bavail, bsize } = statfsSync(dirname(folder));
  return bavail * bsize < 16 * 1024 * 1024;
}

function wordsOf(error) {
  return error?.message ?? error?.name ?? String(error);
}

async function openEngine() {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    return await PGlite.create({
      dataDir: folder,
      extensions: { postgis, uuid_ossp, btree_gist, pg_trgm, unaccent, pgcrypto },
    });
  } catch (error) {
    if (isDiskFull(error)) await giveUp(6, "The disk is full.");
    await giveUp(3, `The database folder ${folder} cannot be opened (${wordsOf(error)}).`);
  }
}

const claimed = claim(`${folder}.json`);
if (claimed.holder) await giveUp(4, `Process ${claimed.holder.pid} already serves ${folder}.`);
onStop(() => claimed.release());

const engine = await openEngine();
onStop(() => engine.close());

try {
  const server = await serveEngine(engine, Number(values.port), (error) =>
    giveUp(isDiskFull(error) ? 6 : 3, `The embedded database stopped (${wordsOf(error)}).`),
  );
  onStop(() => server.close());
  claimed.update({ url: `postgresql://postgres@127.0.0.1:${server.port}/postgres` });
  process.stdout.write(`READY ${server.port}\n`);
} catch (error) {
  if (error.code !== "EADDRINUSE") throw error;
  await giveUp(5, `Port ${values.port} is taken.`);
}
