import { env } from "@/env.mjs";
import { log } from "../log";

/** What was spent under a key in its running span; nothing and 0 ms where none runs. */
export type Tally = { spent: number; msLeft: number };

/** Where it is counted how much of a limit was spent: one count for all app processes. */
export type LimitStore = {
  /**
   * Spends points (fewer than 0 gives back), and says how that stands. A span begins with the first
   * point and lasts so many whole seconds; then it counts from nothing.
   */
  spend(key: string, points: number, seconds: number): Promise<Tally>;
  read(key: string): Promise<Tally>;
  close(): Promise<void>;
};

const pause = 5_000;

/**
 * Where the store does not answer, each process counts for itself, and asks the store again after five
 * seconds: nobody is locked out, and nobody may do more than that many times the limit.
 */
export function insured(store: LimitStore, spare: LimitStore): LimitStore {
  let restsUntil = 0;
  async function ask(question: (of: LimitStore) => Promise<Tally>): Promise<Tally> {
    if (performance.now() < restsUntil) return question(spare);
    try {
      return await question(store);
    } catch (error) {
      restsUntil = performance.now() + pause;
      log().error({ name: error instanceof Error ? error.name : "unknown" }, "limits not shared");
      return question(spare);
    }
  }
  return {
    spend: (key, points, seconds) => ask((of) => of.spend(key, points, seconds)),
    read: (key) => ask((of) => of.read(key)),
    close: async () => void (await Promise.all([store.close(), spare.close()])),
  };
}

async function open(): Promise<LimitStore> {
  const { REDIS_URL, DATABASE_URL, DATABASE_ROLE } = env();
  const { memoryLimits } = await import("./limits-memory");
  if (REDIS_URL)
    return insured((await import("./limits-redis")).redisLimits(REDIS_URL), memoryLimits());
  const { postgresLimits } = await import("./limits-postgres");
  return insured(postgresLimits(DATABASE_URL, DATABASE_ROLE), memoryLimits());
}

/** Next bundles the proxy and the pages apart; they share one store. */
const shared = globalThis as { medico24Limits?: Promise<LimitStore> };

/** The store that the settings name. */
export function limitStore(): Promise<LimitStore> {
  shared.medico24Limits ??= open();
  return shared.medico24Limits;
}
