import pino from "pino";
import { env } from "@/env.mjs";

let logger: pino.Logger | undefined;

/** Structured log. Callers pass ids, codes and durations; never names, addresses or health data. */
export function log(): pino.Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: null });
  return logger;
}
