import pg from "pg";
import { filters, openEngine } from "./engine";
import { CommandRefused } from "./failure";
import { loadMigrations, migrationNames } from "./files";

export interface MigrationStatus {
  applied: string[];
  pending: string[];
  /** Applied here, but not among the files: another version of the code was here. */
  unknown: string[];
  failed: string[];
  edited: string[];
}

/** The names of the migrations this database has, oldest first. */
export async function appliedMigrations(url: string): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ has: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS has",
    );
    if (!rows[0]?.has) return [];
    const applied = await client.query<{ migration_name: string }>(
      `SELECT migration_name FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    );
    return applied.rows.map((row) => row.migration_name);
  } finally {
    await client.end();
  }
}

/** Compares the migrations on disk with those the database says it has. */
export async function readStatus(url: string): Promise<MigrationStatus> {
  const engine = await openEngine(url);
  const found = await engine.diagnoseMigrationHistory({
    migrationsList: await loadMigrations(),
    optInToShadowDatabase: false,
    filters,
  });
  const names = await migrationNames();
  const applied = await appliedMigrations(url);
  return {
    applied,
    pending: names.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !names.includes(name)),
    failed: found.failedMigrationNames,
    // One that failed left nothing behind, so editing it is the cure and no reason to refuse.
    edited: found.editedMigrationNames.filter((name) => !found.failedMigrationNames.includes(name)),
  };
}

/** Refuses a history that nobody should build on. */
export function assertSound({ unknown, edited }: MigrationStatus): void {
  if (unknown.length > 0)
    throw new CommandRefused(
      `The database has migrations that are not here: ${unknown.join(", ")}. It was migrated by another version of the code.`,
    );
  if (edited.length > 0)
    throw new CommandRefused(
      `Migrations were changed after they were applied: ${edited.join(", ")}. Restore them and write a new one.`,
    );
}

/** `db:status`: prints each migration; true when the database is up to date. */
export async function printStatus(url: string, say: (line: string) => void): Promise<boolean> {
  const status = await readStatus(url);
  for (const name of status.applied) say(`  applied  ${name}`);
  for (const name of status.pending)
    say(`  ${status.failed.includes(name) ? "failed " : "pending"}  ${name}`);
  assertSound(status);
  const count = status.pending.length;
  say(
    count === 0
      ? "The database is up to date."
      : `${count} ${count === 1 ? "migration is" : "migrations are"} missing; \`npm run db:migrate\` applies them.`,
  );
  return count === 0;
}
