import { RateLimiterMemory } from "rate-limiter-flexible";
import type { LimitStore } from "./limits";
import { countsOnly, flexible } from "./limits-flexible";

/** Counts for this process alone. */
export function memoryLimits(): LimitStore {
  return flexible(new RateLimiterMemory(countsOnly), async () => {});
}
