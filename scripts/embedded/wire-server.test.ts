import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDatabase } from "./parts.mjs";

let state: string;
let database: Awaited<ReturnType<typeof startDatabase>>;

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), "medico24-wire-"));
  database = await startDatabase({ state, port: 0 });
}, 120_000);

afterAll(async () => {
  await database.stop();
  await rm(state, { recursive: true, force: true });
}, 30_000);

async function withPool<T>(use: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: database.url, max: 10 });
  try {
    return await use(pool);
  } finally {
    await pool.end();
  }
}

async function insertInTransaction(pool: pg.Pool, id: number): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("INSERT INTO winners VALUES ($1)", [id]);
    await client.query("COMMIT");
    return "won";
  } catch (error) {
    await client.query("ROLLBACK");
    return error instanceof pg.DatabaseError ? (error.code ?? "?") : "?";
  } finally {
    client.release();
  }
}

test("ten connections get their own answers, between transactions and errors", async () => {
  await withPool(async (pool) => {
    await pool.query("CREATE TABLE winners (id int PRIMARY KEY)");
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const outcome = await insertInTransaction(pool, i % 20);
        const { rows } = await pool.query("SELECT $1::int AS own", [i]);
        expect(rows).toEqual([{ own: i }]);
        return outcome;
      }),
    );
    expect(outcomes.filter((outcome) => outcome === "won")).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome === "23505")).toHaveLength(180);
  });
});

test("a client that vanishes in a transaction leaves nothing behind and nobody waiting", async () => {
  await withPool(async (pool) => {
    await pool.query("CREATE TABLE kept (id int)");
    const vanishing = new pg.Client(database.url);
    vanishing.on("error", () => {});
    await vanishing.connect();
    await vanishing.query("BEGIN");
    await vanishing.query("INSERT INTO kept VALUES (1)");
    const counted = pool.query("SELECT count(*)::int AS count FROM kept");
    (
      vanishing as unknown as { connection: { stream: { destroy(): void } } }
    ).connection.stream.destroy();
    expect((await counted).rows).toEqual([{ count: 0 }]);
  });
});

test("statements of one name on many connections do not meet, and go with their connections", async () => {
  const count = "SELECT count(*)::int AS count FROM pg_prepared_statements";
  await withPool(async (pool) => {
    const answers = Array.from({ length: 100 }, async (_, i) => {
      const client = await pool.connect();
      const text = `SELECT $1::int + ${i % 10} AS own`;
      const query = { name: `s${i % 10}`, text, values: [i] };
      const { rows } = await client.query(query).finally(() => client.release());
      expect(rows).toEqual([{ own: i + (i % 10) }]);
    });
    await Promise.all(answers);
    expect((await pool.query(count)).rows[0].count).toBeGreaterThan(10);
  });
  await withPool(async (pool) => {
    await expect.poll(async () => (await pool.query(count)).rows).toEqual([{ count: 0 }]);
  });
});

test("COPY from a client is refused and breaks nothing", async () => {
  await withPool(async (pool) => {
    await expect(pool.query("COPY kept FROM STDIN")).rejects.toMatchObject({ code: "0A000" });
    expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  });
});
