import { readTemplate, weekdays, writeTemplate } from "@/features/schedules/template";
import { MS_PER_DAY, MS_PER_MINUTE, weekdayIndexOf } from "@/lib/time/civil";
import { zoneClock } from "@/lib/time/zone-clock";
import type { Elsewhere, WeekSpan } from "./week";

type OtherHours = { clinicName: string; timezone: string; hours: unknown };

const minutesADay = 1440;
/** As far as saving looks for collisions, in weeks. */
const weeksAhead = 58;

/**
 * The weekly windows of other clinics on the wall clock of `zone`, for the weeks to come. Where the
 * two zones change their clocks on different days a window has several places; the first is that of
 * the coming week.
 */
export function windowsElsewhere(
  others: readonly OtherHours[],
  zone: string,
  nowMs: number,
): Elsewhere[] {
  return others.flatMap(({ clinicName, timezone, hours }) => {
    const template = readTemplate(hours);
    const written = writeTemplate(template);
    return weekdays.flatMap((day, index) =>
      (template[index] ?? []).map((window, position) => ({
        clinicName,
        day,
        window: written[day]?.[position] ?? "",
        spans: spansOf(index, window, { from: timezone, to: zone }, nowMs),
      })),
    );
  });
}

function spansOf(
  weekday: number,
  window: { start: number; end: number },
  zones: { from: string; to: string },
  nowMs: number,
): WeekSpan[] {
  const from = zoneClock(zones.from);
  const to = zoneClock(zones.to);
  const today = from.epochDayAt(nowMs);
  const first = today + ((weekday - weekdayIndexOf(today) + 7) % 7);
  const found = new Map<string, WeekSpan>();
  for (let day = first; day < first + weeksAhead * 7; day += 7) {
    const startMs = from.firstReading(day * MS_PER_DAY + window.start * MS_PER_MINUTE);
    const endMs = from.firstReading(day * MS_PER_DAY + window.end * MS_PER_MINUTE);
    if (endMs <= startMs) continue;
    const wallMs = startMs + to.offsetAt(startMs);
    const wallDay = Math.floor(wallMs / MS_PER_DAY);
    const start =
      weekdayIndexOf(wallDay) * minutesADay + (wallMs - wallDay * MS_PER_DAY) / MS_PER_MINUTE;
    const length = (endMs - 1 + to.offsetAt(endMs - 1) + 1 - wallMs) / MS_PER_MINUTE;
    if (length > 0) found.set(`${start} ${length}`, { start, end: start + length });
  }
  return [...found.values()];
}
