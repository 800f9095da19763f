import { readTemplate, type WeeklyTemplate, weekdays } from "@/features/schedules/template";

/**
 * A clinic's opening hours: a week of windows (Monday first, minutes of the day), or the words in
 * which they were written where those say more than a week can; null where nothing is known.
 */
export type ClinicHours = { week: WeeklyTemplate } | { text: string } | null;

const dayCodes = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/** Reads `clinics.opening_hours`: the weekly map of the data model, or `{ osm: "Mo-Fr 08:00-18:00" }`. */
export function readHours(raw: unknown): ClinicHours {
  if (typeof raw !== "object" || raw === null) return null;
  if ("osm" in raw && typeof raw.osm === "string") return readOsm(raw.osm.slice(0, 500));
  const week = readTemplate(raw);
  return week.some((windows) => windows.length > 0) ? { week } : null;
}

/** The part of the OpenStreetMap syntax that is a plain week; anything else stays as it is written. */
function readOsm(text: string): ClinicHours {
  if (text.trim() === "") return null;
  if (text.trim() === "24/7") return { week: weekdays.map(() => [{ start: 0, end: 1440 }]) };
  const hours: Record<string, string[]> = {};
  for (const rule of text.split(";").map((part) => part.trim())) {
    const match = /^([A-Za-z, -]+?)\s+(off|closed|[\d:, -]+)$/.exec(rule);
    const days = match && readDays(match[1] ?? "");
    if (!match || !days) return { text };
    const isOff = /off|closed/.test(match[2] ?? "");
    const windows = isOff
      ? []
      : (match[2] ?? "").split(",").map((window) => window.replace(/\s/g, ""));
    for (const day of days) {
      if (windows.length > 0) hours[weekdays[day] ?? ""] = windows;
      else delete hours[weekdays[day] ?? ""];
    }
  }
  const week = readTemplate(hours);
  return week.some((windows) => windows.length > 0) ? { week } : { text };
}

/** "Mo-We,Fr" as 0, 1, 2, 4; "Sa-Mo" runs over the end of the week. Null for what is no such list. */
function readDays(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.toLowerCase().split(",")) {
    const [first = "", last = first, ...rest] = part
      .trim()
      .split("-")
      .map((day) => day.trim());
    const from = dayCodes.indexOf(first);
    const to = dayCodes.indexOf(last);
    if (from < 0 || to < 0 || rest.length > 0) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to) break;
    }
  }
  return days;
}
