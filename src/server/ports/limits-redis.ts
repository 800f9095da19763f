import { Redis } from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { log } from "../log";
import type { LimitStore } from "./limits";
import { countsOnly, flexible } from "./limits-flexible";

const longestWait = 1_000;

/** Counts in a Redis (rediss:// for one over TLS), or in whatever speaks as one. */
export function redisLimits(url: string): LimitStore {
  const client = new Redis(url, {
    connectionName: "medico24-limits",
    commandTimeout: longestWait,
    connectTimeout: longestWait,
    maxRetriesPerRequest: 1,
  });
  // It connects again by itself; each trouble is told where somebody was not answered.
  client.on("error", ({ name }) => log().warn({ name }, "connection of the limits lost"));
  const limiter = new RateLimiterRedis({
    ...countsOnly,
    keyPrefix: "medico24:limit",
    storeClient: client,
  });
  return flexible(limiter, async () => client.disconnect());
}
