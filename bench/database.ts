import { randomBytes } from "node:crypto";
import pg from "pg";
import { migrate } from "../scripts/db/migrate";

export type Scratch = { url: string; version: string; drop: () => Promise<void> };

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A new, migrated database on the given server; nothing that is there already is touched. */
export async function createScratch(serverUrl: string): Promise<Scratch> {
  const name = `medico24_bench_${randomBytes(4).toString("hex")}`;
  const version = await onServer(serverUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name}`);
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    return rows[0]?.server_version ?? "unknown";
  });
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const drop = () =>
    onServer(serverUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
  try {
    await migrate(url.href, () => {});
  } catch (error) {
    await drop();
    throw error;
  }
  return { url: url.href, version, drop };
}
