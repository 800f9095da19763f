// Writes the database client from prisma/schema, without a network. Skipped when nothing changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./embedded/state.mjs";

const output = join(root, "src/generated/prisma");
const stampFile = join(output, ".stamp");
const schema = join(root, "prisma/schema");

const hash = createHash("sha256").update(
  readFileSync(join(root, "node_modules/prisma/package.json")),
);
for (const name of readdirSync(schema).sort())
  hash.update(name).update(readFileSync(join(schema, name)));
const stamp = hash.digest("hex");

if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) process.exit(0);

const done = spawnSync(
  process.execPath,
  [join(root, "node_modules/prisma/build/index.js"), "generate"],
  {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      // Generating needs no schema engine, yet would download one; any file in its place will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  },
);
if (done.status !== 0) {
  process.stderr.write(`${done.stdout}${done.stderr}`);
  process.exit(1);
}
writeFileSync(stampFile, stamp);
console.log("The database client is written to src/generated/prisma.");
