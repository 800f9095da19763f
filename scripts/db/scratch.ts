import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDatabase } from "../embedded/parts.mjs";

/**
 * An empty embedded database that lasts as long as `use` does. Comparing and drafting migrations
 * need one, and the target may not allow creating databases.
 */
export async function withScratchDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const state = await mkdtemp(join(tmpdir(), "medico24-scratch-"));
  const database = await startDatabase({ state, port: 0 });
  try {
    return await use(database.url);
  } finally {
    await database.stop();
    await rm(state, { recursive: true, force: true });
  }
}
