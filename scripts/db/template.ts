import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDatabase } from "../embedded/parts.mjs";
import { dataFolder, root, stateFolder } from "../embedded/state.mjs";
import { loadMigrations } from "./files";
import { migrate } from "./migrate";

async function templateKey(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of ["pglite", "pglite-postgis"])
    hash.update(readFileSync(join(root, "node_modules/@electric-sql", name, "package.json")));
  hash.update(JSON.stringify((await loadMigrations()).migrationDirectories));
  return hash.digest("hex").slice(0, 16);
}

async function buildTemplate(folder: string): Promise<void> {
  const state = await mkdtemp(join(tmpdir(), "medico24-template-"));
  try {
    const database = await startDatabase({ state, port: 0 });
    try {
      await migrate(database.url, () => {});
    } finally {
      await database.stop();
    }
    // Templates of earlier migrations go: each takes some eighty megabytes.
    await rm(join(folder, ".."), { recursive: true, force: true });
    await mkdir(join(folder, ".."), { recursive: true });
    const beside = `${folder}.${process.pid}`;
    await cp(dataFolder(state), beside, { recursive: true });
    // Another run may have been faster; either result is the same.
    await rename(beside, folder).catch(() => rm(beside, { recursive: true, force: true }));
  } finally {
    await rm(state, { recursive: true, force: true });
  }
}

/**
 * Makes a new state folder in the system's temporary folder with a migrated, empty embedded
 * database in it. The first one takes a quarter of a minute; later ones are copies of it until a
 * migration changes. The caller removes the folder.
 */
export async function createMigratedState(): Promise<string> {
  const template = join(stateFolder(), "cache", `db-${await templateKey()}`);
  if (!existsSync(template)) await buildTemplate(template);
  const state = await mkdtemp(join(tmpdir(), "medico24-state-"));
  await cp(template, dataFolder(state), { recursive: true });
  return state;
}
