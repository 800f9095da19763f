import type { Instant } from "@/lib/time/instant";
import type { TimeRange } from "@/lib/time/interval";

const daysBack = 30;
const daysAhead = 366;
const hoursADay = 24;

/** What a feed holds at `now`: a month back, for what changed lately, and a year ahead. */
export function feedRange(now: Instant): TimeRange {
  return {
    from: now.subtract({ hours: daysBack * hoursADay }),
    to: now.add({ hours: daysAhead * hoursADay }),
  };
}

/** Where a calendar program finds a feed, below the site's address. */
export function feedPath(secret: string): string {
  return `/calendar/${secret}/medico24.ics`;
}
