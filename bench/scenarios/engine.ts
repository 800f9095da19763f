import { loadavg } from "node:os";
import { Temporal } from "temporal-polyfill";
import { offerDays } from "@/features/schedules/offer";
import type { ExceptionFacts, ScheduleFacts } from "@/features/schedules/schema";
import { readTemplate, readWindows, weekdays } from "@/features/schedules/template";
import { type Interval, intervalSet } from "@/lib/time/interval";
import { fromEpochDay } from "@/lib/time/plain-date";
import { resolveWall } from "@/lib/time/zone";
import { round } from "../figures";
import { month } from "../settings";

/** What the slot engine itself works on one month; times in milliseconds. */
export type EngineFigures = {
  at: string;
  /** Processes that wanted to run when it began. */
  loadBefore: number;
  name: string;
  freeTimes: number;
  runs: number;
  median: number;
  p95: number;
};

const zone = "America/Chicago";
const bookableDays = 58;
const slotsADay = 48;
const runs = { warmUp: 50, measured: 400 };
/** What the engine must stay well below. */
const mostMs = 10;

/** 8 to 20 every day, a visit of 10 minutes each quarter: 2 minutes before it and 3 after are kept. */
function factsFrom(firstDay: number): ScheduleFacts {
  const on = (
    kind: ExceptionFacts["kind"],
    first: number,
    days: number,
    windows: string[] = [],
  ): ExceptionFacts => ({
    kind,
    firstDay: firstDay + first,
    lastDay: firstDay + first + days - 1,
    windows: readWindows(windows),
    isForAll: kind === "time_off",
  });
  return {
    template: readTemplate(Object.fromEntries(weekdays.map((day) => [day, ["08:00-20:00"]]))),
    timezone: zone,
    durationMinutes: 10,
    bufferBeforeMinutes: 2,
    bufferAfterMinutes: 3,
    noticeMinutes: 120,
    horizonDays: 60,
    status: "active",
    isBookingEnabled: true,
    startDate: fromEpochDay(firstDay - 1000),
    endDate: fromEpochDay(firstDay + 1000),
    licensedUntil: null,
    maxPerDay: 40,
    fullDays: new Set([firstDay + 3, firstDay + 17]),
    exceptions: [
      on("time_off", 9, 2),
      ...[2, 6, 13, 20].map((day) => on("other_hours", day, 1, ["10:00-14:00", "15:00-18:00"])),
      ...[4, 11, 18, 25].map((day) => on("extra_hours", day, 1, ["06:00-08:00", "20:00-23:00"])),
    ],
    blocked: intervalSet(
      Array.from({ length: 20 }, (_, day) => hourOn(firstDay + day, 12 * 60, 60)),
    ),
  };
}

function hourOn(day: number, minute: number, minutes: number): Interval {
  const startMs = resolveWall(fromEpochDay(day), minute, zone).epochMilliseconds;
  return { startMs, endMs: startMs + minutes * 60_000 };
}

/**
 * Answers 31 days of a doctor with 2,000 appointments, again and again: from what the database would
 * have said to the texts that are sent. Fails where that takes ten milliseconds.
 */
export function measureEngine(): EngineFigures {
  const now = Temporal.Now.instant();
  const firstDay = Math.floor(now.epochMilliseconds / 86_400_000) + 2;
  const facts = factsFrom(firstDay);
  const busy = Array.from({ length: month.appointments }, (_, index) => {
    const slot = Math.floor((index * bookableDays * slotsADay) / month.appointments);
    const day = firstDay + Math.floor(slot / slotsADay);
    return hourOn(day, 8 * 60 - 2 + (slot % slotsADay) * 15, 15);
  });
  const association = { id: "", facts, clinic: { slug: "", isOpen: true } };
  const wanted = { from: fromEpochDay(firstDay), days: month.days };
  const answer = () => offerDays(association, intervalSet(busy), wanted, now);

  const freeTimes = answer().days.reduce((sum, { times }) => sum + times.length, 0);
  const loadBefore = Number((loadavg()[0] ?? 0).toFixed(2));
  for (let run = 0; run < runs.warmUp; run++) answer();
  const each = Array.from({ length: runs.measured }, () => {
    const since = performance.now();
    answer();
    return performance.now() - since;
  }).sort((a, b) => a - b);
  const at = (share: number) => round(each[Math.floor(share * (each.length - 1))] ?? Number.NaN);
  const figures: EngineFigures = {
    at: now.toString(),
    loadBefore,
    name: `A month beside ${month.appointments} appointments, with buffers, exceptions, a limit and blocked time`,
    freeTimes,
    runs: each.length,
    median: at(0.5),
    p95: at(0.95),
  };
  if (!(figures.median < mostMs)) throw new Error(`The engine took ${figures.median} ms.`);
  return figures;
}
