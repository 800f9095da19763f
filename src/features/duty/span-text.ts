import { formatDayTime, formatTime } from "@/lib/time/format";
import type { Interval } from "@/lib/time/interval";
import { wallDateOf } from "@/lib/time/wall";

/** "Sat, Nov 14, 8:00 PM to Sun, Nov 15, 8:00 AM"; the second day only where it is another one. */
export function spanText({ startMs, endMs }: Interval, zone: string): string {
  const isOneDay = wallDateOf(startMs, zone) === wallDateOf(endMs, zone);
  const end = isOneDay ? formatTime(endMs, zone) : formatDayTime(endMs, zone);
  return `${formatDayTime(startMs, zone)} to ${end}`;
}
