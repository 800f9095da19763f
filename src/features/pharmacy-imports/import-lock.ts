import { Client } from "pg";
import { ImportRefused } from "./import-refused";

/**
 * Holds a source for one import, on a connection of its own: whoever is killed lets it go with that.
 * Refuses where another import holds it; `signal` tells that the connection was lost.
 */
export async function holdingSource<T>(
  url: string,
  source: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const client = new Client({
    connectionString: url,
    application_name: "medico24 import",
    keepAlive: true,
  });
  client.on("error", () => lost.abort());
  await client.connect();
  const key = [`medico24.import-pharmacies ${source}`];
  try {
    const { rows } = await client.query<{ held: boolean }>(
      "SELECT pg_try_advisory_lock(hashtext($1)) AS held",
      key,
    );
    if (!rows[0]?.held)
      throw new ImportRefused(
        `Another import of “${source}” is running. Wait for its end, then run this again.`,
      );
    try {
      return await work(lost.signal);
    } finally {
      await client.query("SELECT pg_advisory_unlock(hashtext($1))", key).catch(() => undefined);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}
