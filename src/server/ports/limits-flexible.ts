import type { RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import type { LimitStore, Tally } from "./limits";

/** What every limiter of the library is told: it counts, and what is too much is our rules' word. */
export const countsOnly = { points: 0, duration: 60, keyPrefix: "" };

/** Any limiter of the library as a store. */
export function flexible(limiter: RateLimiterAbstract, close: () => Promise<void>): LimitStore {
  return {
    async spend(key, points, seconds) {
      const options = { customDuration: seconds };
      return tallyOf(await limiter.penalty(key, points, options));
    },
    read: async (key) => tallyOf(await limiter.get(key)),
    close,
  };
}

function tallyOf(known: RateLimiterRes | null): Tally {
  if (!known) return { spent: 0, msLeft: 0 };
  return { spent: Math.max(known.consumedPoints, 0), msLeft: Math.max(known.msBeforeNext, 0) };
}
