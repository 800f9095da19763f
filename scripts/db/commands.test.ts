import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDatabase } from "../embedded/parts.mjs";
import { root } from "../embedded/state.mjs";
import { migrate } from "./migrate";
import { rollback } from "./rollback";
import { readStatus } from "./status";

let folder: string;
let database: Awaited<ReturnType<typeof startDatabase>>;
const said: string[] = [];
const say = (line: string) => void said.push(line);

async function writeMigration(name: string, up: string, down: string): Promise<void> {
  const path = join(folder, "prisma/migrations", name);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, "migration.sql"), up);
  await writeFile(join(path, "down.sql"), down);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "medico24-commands-"));
  await cp(join(root, "prisma/schema"), join(folder, "prisma/schema"), { recursive: true });
  process.env.MEDICO24_PRISMA = join(folder, "prisma");
  await writeMigration(
    "20260101000000_first",
    "CREATE TABLE notes (id int); DO $$ BEGIN PERFORM 1; PERFORM 2; END $$;",
    "-- loses: notes\nDROP TABLE notes;",
  );
  database = await startDatabase({ state: folder, port: 0 });
}, 120_000);

afterAll(async () => {
  delete process.env.MEDICO24_PRISMA;
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

test("applies what is missing, once", async () => {
  expect((await readStatus(database.url)).pending).toEqual(["20260101000000_first"]);
  expect(await migrate(database.url, say)).toEqual(["20260101000000_first"]);
  expect(await migrate(database.url, say)).toEqual([]);
});

test("a failed migration leaves nothing behind, says why, and can be mended", async () => {
  const name = "20260102000000_second";
  await writeMigration(name, "CREATE TABLE more (id int); SELECT 1/0;", "-- loses: more");
  await expect(migrate(database.url, say)).rejects.toThrow("division by zero");
  expect(await query("SELECT to_regclass('more') AS more")).toEqual([{ more: null }]);
  await writeMigration(name, "CREATE TABLE more (id int);", "-- loses: more\nDROP TABLE more;");
  expect(await migrate(database.url, say)).toEqual([name]);
});

test("takes back an empty step, and one with data only when told", async () => {
  await query("INSERT INTO notes VALUES (1), (2)");
  expect(await rollback(database.url, false, say)).toBe("20260102000000_second");
  await expect(rollback(database.url, false, say)).rejects.toThrow("2 rows of notes");
  expect(await query("SELECT count(*)::int AS count FROM notes")).toEqual([{ count: 2 }]);
  expect(await rollback(database.url, true, say)).toBe("20260101000000_first");
  expect((await readStatus(database.url)).applied).toEqual([]);
});

test("refuses to go on where an applied migration was changed", async () => {
  await migrate(database.url, say);
  await writeMigration("20260101000000_first", "CREATE TABLE other (id int);", "-- loses: nothing");
  await expect(migrate(database.url, say)).rejects.toThrow("changed after they were applied");
});
