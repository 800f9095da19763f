import { Pool } from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { log } from "../log";
import type { LimitStore } from "./limits";
import { countsOnly, flexible } from "./limits-flexible";

const longestWait = 1_000;

/**
 * Counts in the table `rate_limits`, over two connections of its own: one short statement each, that
 * waits for no query of the product, and none of those for it. The library sweeps what has expired.
 */
export function postgresLimits(url: string, role?: string): LimitStore {
  const pool = new Pool({
    connectionString: url,
    application_name: "medico24 limits",
    max: 2,
    connectionTimeoutMillis: longestWait,
    query_timeout: longestWait,
    idleTimeoutMillis: 5 * 60_000,
    allowExitOnIdle: true,
    ...(role && { options: `-c role=${role}` }),
  });
  // A connection may break while nobody uses it.
  pool.on("error", ({ name }) => log().warn({ name }, "connection of the limits lost"));
  const limiter = new RateLimiterPostgres({
    ...countsOnly,
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
  });
  return flexible(limiter, () => pool.end());
}
