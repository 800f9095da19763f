import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findDrift } from "./drift";
import { CommandRefused } from "./failure";
import { migrationsFolder } from "./files";

const NOTE = `-- Extend by hand what Prisma cannot say: checks, exclusion constraints, GiST and partial
-- indexes, generated columns, triggers.
`;
const DOWN = `-- loses: FILL IN the tables and table.columns this drops, or: nothing
`;

/**
 * `db:create -- name`: drafts the migration that leads from the migrations on disk to
 * prisma/schema, with an empty down script beside it. Needs no database of yours. An empty draft
 * is fine: it is where hand-written SQL goes. Returns its folder.
 */
export async function createMigration(
  name: string | undefined,
  say: (line: string) => void,
): Promise<string> {
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new CommandRefused(
      "Give a name in lower case with underscores: npm run db:create -- add_waiting_list",
    );
  const difference = await findDrift();
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder(), `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), `${NOTE}${difference}\n`);
  await writeFile(join(folder, "down.sql"), DOWN);
  say(`Written: ${folder}`);
  say("Look at both files, then: npm run db:migrate");
  return folder;
}
