// Where this machine's own database, accounts and build stamps live. Never committed.
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** The state folder; MEDICO24_STATE moves it, for tests. */
export function stateFolder() {
  return process.env.MEDICO24_STATE ? resolve(process.env.MEDICO24_STATE) : join(root, ".medico24");
}

/** The embedded database's data folder within a state folder. */
export function dataFolder(state = stateFolder()) {
  return join(state, "db");
}
