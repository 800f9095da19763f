import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../embedded/state.mjs";

/**
 * Reads `.env`, as the application itself does, so that both mean the same database. What the
 * environment already says wins.
 */
export function loadSettings(file = join(root, ".env")): void {
  if (existsSync(file)) process.loadEnvFile(file);
}
