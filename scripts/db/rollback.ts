import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { CommandRefused, reasonOf } from "./failure";
import { migrationsFolder } from "./files";
import { countLosses, declaredLosses, type Loss } from "./losses";
import { appliedMigrations } from "./status";

function sentence(losses: Loss[]): string {
  return losses
    .map(({ what, rows }) =>
      what.includes(".") ? `${rows} values of ${what}` : `${rows} rows of ${what}`,
    )
    .join(", ");
}

async function readDownScript(name: string): Promise<string> {
  try {
    return await readFile(join(migrationsFolder(), name, "down.sql"), "utf8");
  } catch {
    throw new CommandRefused(`${name} has no down.sql, so it cannot be taken back.`);
  }
}

/**
 * `db:rollback`: takes the newest migration back in one transaction, its row of
 * `_prisma_migrations` included. Refuses where data would be lost, with names and counts, unless
 * `allowDataLoss`. Returns the name, or null where nothing is applied.
 */
export async function rollback(
  url: string,
  allowDataLoss: boolean,
  say: (line: string) => void,
): Promise<string | null> {
  const name = (await appliedMigrations(url)).at(-1);
  if (!name) {
    say("No migration is applied; there is nothing to take back.");
    return null;
  }
  const script = await readDownScript(name);
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("LOCK TABLE _prisma_migrations IN ACCESS EXCLUSIVE MODE");
    const names = declaredLosses(script);
    const losses = await countLosses(client, names);
    if (losses.length > 0 && !allowDataLoss)
      throw new CommandRefused(
        `Taking back ${name} would lose ${sentence(losses)}. Nothing was changed. To lose them: npm run db:rollback -- --allow-data-loss`,
      );
    await client.query(script);
    await client.query("DELETE FROM _prisma_migrations WHERE migration_name = $1", [name]);
    await client.query("COMMIT");
    if (losses.length > 0) say(`Lost, as allowed: ${sentence(losses)}.`);
    say(`Taken back: ${name}.`);
    return name;
  } catch (error) {
    await client.query("ROLLBACK");
    if (error instanceof CommandRefused) throw error;
    throw new CommandRefused(`${name} was not taken back; nothing was changed. ${reasonOf(error)}`);
  } finally {
    await client.end();
  }
}
