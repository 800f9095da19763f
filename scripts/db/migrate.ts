import { filters, openEngine, scriptError } from "./engine";
import { CommandRefused, reasonOf } from "./failure";
import { loadMigrations } from "./files";
import { assertSound, readStatus } from "./status";

/**
 * `db:migrate`: applies every missing migration in order, each one wholly or not at all. Returns
 * the names. One that failed before is tried again, since nothing of it remained.
 */
export async function migrate(url: string, say: (line: string) => void): Promise<string[]> {
  const status = await readStatus(url);
  assertSound(status);
  if (status.pending.length === 0) {
    say("The database is up to date.");
    return [];
  }
  const engine = await openEngine(url);
  for (const migrationName of status.failed)
    await engine.markMigrationRolledBack({ migrationName });
  say(`Applying ${status.pending.length} of ${status.pending.length + status.applied.length} ...`);
  try {
    const migrationsList = await loadMigrations();
    const done = await engine.applyMigrations({ migrationsList, filters });
    for (const name of done.appliedMigrationNames) say(`  applied  ${name}`);
    say("The database is up to date.");
    return done.appliedMigrationNames;
  } catch (error) {
    throw new CommandRefused(
      `A migration failed and nothing of it was kept. ${reasonOf(scriptError() ?? error)}`,
    );
  }
}
