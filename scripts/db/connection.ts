import { readClaim } from "../embedded/folder-claim.mjs";
import { startDatabase } from "../embedded/parts.mjs";
import { dataFolder } from "../embedded/state.mjs";

export interface Connection {
  url: string;
  /** What a person calls this database; never with a password. */
  label: string;
  close: () => Promise<void>;
}

function nameOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${pathname.slice(1)} on ${hostname}${port ? `:${port}` : ""}`;
}

/**
 * The database the commands work on: DATABASE_URL where it is set, else this folder's embedded
 * database, which is started for the length of the command unless a demo already runs it.
 */
export async function connectTarget(): Promise<Connection> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, label: nameOf(given), close: async () => {} };
  const running: { url?: string } | null = readClaim(`${dataFolder()}.json`);
  if (running?.url)
    return { url: running.url, label: "the running embedded database", close: async () => {} };
  process.stdout.write("Starting the embedded database ...\n");
  const { url, stop } = await startDatabase();
  return { url, label: "the embedded database", close: stop };
}
