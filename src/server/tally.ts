import { Prisma } from "@/generated/prisma/client";
import { MS_PER_DAY } from "@/lib/time/civil";
import type { Instant } from "@/lib/time/instant";
import { fromEpochDay } from "@/lib/time/plain-date";
import type { Db } from "./db";
import { log } from "./log";

type Counted = { day: number; kind: string; outcome: string; count: number };
type Tally = Map<string, Counted>;

const flushEveryMs = 10_000;

// Next loads a module more than once in a process; all of them count together.
const shared = globalThis as { medico24Tally?: Tally };

/**
 * Counts one answer in this process: no person, no address, no procedure. Costs a look in a map.
 * @param outcome OK, or the code of the refusal.
 */
export function tally(at: Instant, kind: string, outcome: string): void {
  shared.medico24Tally ??= new Map();
  const day = Math.floor(at.epochMilliseconds / MS_PER_DAY);
  const key = `${day} ${kind} ${outcome}`;
  const counted = shared.medico24Tally.get(key);
  if (counted) counted.count += 1;
  else shared.medico24Tally.set(key, { day, kind, outcome, count: 1 });
}

/** Takes what has been counted since the last time. */
export function takeTally(): Counted[] {
  const counted = [...(shared.medico24Tally?.values() ?? [])];
  shared.medico24Tally = new Map();
  return counted;
}

/** Adds counts to those of all processes, in one statement; always in the same order, so that no two wait for each other. */
export async function addTally(db: Db, counted: Counted[]): Promise<void> {
  if (counted.length === 0) return;
  const rows = counted
    .map(({ day, kind, outcome, count }) => ({
      day: fromEpochDay(day).toString(),
      kind,
      outcome,
      count,
    }))
    .sort((a, b) => (`${a.day}${a.kind}${a.outcome}` < `${b.day}${b.kind}${b.outcome}` ? -1 : 1));
  await db.$executeRaw(Prisma.sql`
    INSERT INTO request_tallies (day, kind, outcome, count)
    SELECT day, kind, outcome, count
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS counted(day DATE, kind TEXT, outcome TEXT, count BIGINT)
    ON CONFLICT (day, kind, outcome) DO UPDATE SET count = request_tallies.count + excluded.count`);
}

/** Every ten seconds and when the process is told to end. What cannot be written is only not counted. */
export function flushRegularly(db: Db): void {
  const flush = () =>
    addTally(db, takeTally()).catch(() => log().warn("counts of answers were not kept"));
  setInterval(flush, flushEveryMs).unref();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void flush());
}
