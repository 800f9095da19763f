import type { ScheduleFacts } from "@/features/schedules/schema";
import { openWindows } from "@/features/schedules/windows";
import { MS_PER_DAY } from "@/lib/time/civil";
import type { Instant } from "@/lib/time/instant";
import { type Interval, intervalOf } from "@/lib/time/interval";
import { clinicDateOf, dayRange } from "@/lib/time/zone";

/**
 * The stretch of work that a delay is about: the open hours that contain `now`, or else the next
 * ones on the clinic's date; hours that touch are one stretch, of at most a day. The whole date where
 * there are none.
 */
export function sessionAt(facts: ScheduleFacts, now: Instant): Interval {
  const { from, to } = dayRange(clinicDateOf(now, facts.timezone), facts.timezone);
  const [today, nowMs] = [intervalOf(from, to), now.epochMilliseconds];
  const stretches: Interval[] = [];
  for (const window of openWindows(facts, nowMs - MS_PER_DAY, today.endMs + MS_PER_DAY)) {
    const last = stretches.at(-1);
    const isOne = last?.endMs === window.startMs && window.endMs - last.startMs <= MS_PER_DAY;
    if (isOne) last.endMs = window.endMs;
    else stretches.push({ ...window });
  }
  const session = stretches.find(({ endMs }) => endMs > nowMs);
  return session && session.startMs < today.endMs ? session : today;
}
