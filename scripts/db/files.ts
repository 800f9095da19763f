import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { root } from "../embedded/state.mjs";

/** Where migrations lie; MEDICO24_PRISMA moves the whole folder, for the tests of these commands. */
function prismaFolder(): string {
  return process.env.MEDICO24_PRISMA ?? join(root, "prisma");
}

export function migrationsFolder(): string {
  return join(prismaFolder(), "migrations");
}

export async function loadSchema(): Promise<SchemasContainer> {
  const folder = join(prismaFolder(), "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return {
    files: await Promise.all(
      names.map(async (name) => ({
        path: join(folder, name),
        content: await readFile(join(folder, name), "utf8"),
      })),
    ),
  };
}

/** The names of all migrations, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsFolder(), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations in the shape that Prisma's engine wants. */
export async function loadMigrations(): Promise<MigrationList> {
  const folder = migrationsFolder();
  const names = await migrationNames();
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(folder, "migration_lock.toml"), "utf8").catch(() => null),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(join(folder, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}
