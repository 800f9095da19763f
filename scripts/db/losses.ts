import type pg from "pg";
import { CommandRefused } from "./failure";

export interface Loss {
  /** `table` or `table.column`. */
  what: string;
  rows: number;
}

const HEADER = /^--\s*loses:(.*)$/gim;
const NAME = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/;

/**
 * What a down script says it drops, from its lines `-- loses: table, table.column`. A script that
 * loses nothing says `-- loses: nothing`; one without the line is refused, because silence could
 * be forgetting.
 */
export function declaredLosses(script: string): string[] {
  const headers = [...script.matchAll(HEADER)];
  if (headers.length === 0)
    throw new CommandRefused(
      "The down script has no `-- loses: ...` line, so nobody can tell what it would destroy.",
    );
  const names = headers
    .flatMap((header) => (header[1] ?? "").split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "nothing");
  const odd = names.find((name) => !NAME.test(name));
  if (odd) throw new CommandRefused(`\`-- loses: ${odd}\` is neither a table nor table.column.`);
  return names;
}

/**
 * Counts what is really there: rows of a table, values that are set in a column. Locks the tables,
 * so that within the caller's transaction what was counted is what would be dropped.
 */
export async function countLosses(client: pg.ClientBase, names: string[]): Promise<Loss[]> {
  const losses: Loss[] = [];
  for (const what of names) {
    const [table, column] = what.split(".") as [string, string?];
    const known = await client.query<{ known: boolean }>(
      "SELECT to_regclass($1) IS NOT NULL AS known",
      [table],
    );
    if (!known.rows[0]?.known)
      throw new CommandRefused(`The down script names ${table}, which the database does not have.`);
    await client.query(`LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(${column ? `"${column}"` : "*"})::text AS count FROM "${table}"`,
    );
    const count = Number(rows[0]?.count ?? 0);
    if (count > 0) losses.push({ what, rows: count });
  }
  return losses;
}
