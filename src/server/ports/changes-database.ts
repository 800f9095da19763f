import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/env.mjs";
import type { PrismaClient } from "@/generated/prisma/client";
import { database } from "../db";
import { log } from "../log";
import { Changes, type Source } from "./changes";
import { listen } from "./changes-listen";
import { poll } from "./changes-poll";

/** How long to look for oneself before asking again whether the database will say. */
const deafFor = 10 * 60_000;
const longestPause = 10_000;
/** A connection that stood this long was a good one: the next is tried at once. */
const goodFor = 30_000;

/**
 * Changes as the database announces them. A lost connection is made again, with pauses that grow;
 * where the database does not announce, we look.
 */
export function databaseChanges(url: string, db: PrismaClient): Source {
  let deafUntil = 0;
  return async (audience, signal) => {
    for (let failures = 0; !signal.aborted; ) {
      const since = performance.now();
      if (since < deafUntil) {
        const untilThen = AbortSignal.timeout(Math.ceil(deafUntil - since));
        await poll(db, audience, AbortSignal.any([signal, untilThen]));
        continue;
      }
      const ended = await listen(url, db, audience, signal).catch(() => "lost" as const);
      if (signal.aborted) return;
      log().info({ ended }, "no longer listening for changes");
      if (ended === "deaf") deafUntil = performance.now() + deafFor;
      else {
        failures = performance.now() - since > goodFor ? 0 : failures + 1;
        const wait = Math.min(longestPause, 100 * 2 ** failures) * (0.5 + Math.random() / 2);
        await pause(wait, undefined, { signal }).catch(() => {});
      }
    }
  };
}

// Next reloads modules in development; one connection must survive that.
const shared = globalThis as { medico24Changes?: Changes };

/** The changes of this process's database; one connection for all who follow. */
export function changes(): Changes {
  if (shared.medico24Changes) return shared.medico24Changes;
  const made = new Changes(databaseChanges(env().DATABASE_URL, database()));
  // A stream that stays open would hold up the server's own goodbye.
  process.once("SIGTERM", () => made.end());
  shared.medico24Changes = made;
  return made;
}
