import { plainWeek } from "@/features/opening-hours/form-schema";
import { readOsm } from "@/features/opening-hours/osm";
import { readTemplate, type WeeklyTemplate, weekdays } from "@/features/schedules/template";

/**
 * A clinic's opening hours: a week of windows (Monday first, minutes of the day), or the words in
 * which they were written where those say more than a week can; null where nothing is known.
 */
export type ClinicHours = { week: WeeklyTemplate } | { text: string } | null;

/** Reads `clinics.opening_hours`: the weekly map of the data model, or `{ osm: "Mo-Fr 08:00-18:00" }`. */
export function readHours(raw: unknown): ClinicHours {
  if (typeof raw !== "object" || raw === null) return null;
  if ("osm" in raw && typeof raw.osm === "string") return fromOsm(raw.osm.slice(0, 500));
  const week = readTemplate(raw);
  return week.some((windows) => windows.length > 0) ? { week } : null;
}

/** What comes to a plain week of clock times; anything else stays as it is written. */
function fromOsm(text: string): ClinicHours {
  if (text.trim() === "") return null;
  const read = readOsm(text);
  const days = "hours" in read ? plainWeek(read.hours) : null;
  if (!days || days.flat().some((window) => !/^[\d:-]+$/.test(window))) return { text };
  const week = readTemplate(Object.fromEntries(weekdays.map((day, i) => [day, days[i]])));
  return week.some((windows) => windows.length > 0) ? { week } : { text };
}
