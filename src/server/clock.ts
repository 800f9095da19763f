import { Temporal } from "temporal-polyfill";
import { env } from "@/env.mjs";

const bootedAt = Temporal.Now.instant();

/**
 * The product's now. Demonstrations and tests may start it elsewhere (MEDICO24_CLOCK), from where
 * it ticks on. Security (tokens, sessions) never uses it.
 */
export function now(): Temporal.Instant {
  const real = Temporal.Now.instant();
  const start = env().MEDICO24_CLOCK;
  return start ? Temporal.Instant.from(start).add(bootedAt.until(real)) : real;
}
