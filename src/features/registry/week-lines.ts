import { checkTemplate, type WeeklyHours, weekdays } from "@/features/schedules/template";

/*
 * A week of opening hours as it is typed: one line a day, "08:00-12:00, 13:00-18:00". Forms load
 * this: no Temporal.
 */

export type WeekLines = Record<(typeof weekdays)[number], string>;

/** Saved hours as lines; a day without any is empty. */
export function linesOf(hours: WeeklyHours): WeekLines {
  const lines = weekdays.map((day) => [day, (hours[day] ?? []).join(", ")] as const);
  return Object.fromEntries(lines) as WeekLines;
}

/**
 * The hours that lines mean, and what is wrong with which day. A time may be typed as "8", "8:30" or
 * "08:30", a stretch with any dash; an end before its start is on the next day.
 */
export function readLines(lines: WeekLines): {
  hours: WeeklyHours;
  problems: { day: keyof WeekLines; key: "hours" | "hoursOverlap" }[];
} {
  const hours: WeeklyHours = {};
  for (const day of weekdays) {
    const windows = lines[day]
      .split(/[,;]/)
      .map((text) => text.trim())
      .filter((text) => text !== "");
    if (windows.length > 0) hours[day] = windows.map(inOneWay);
  }
  const problems = checkTemplate(hours).flatMap((problem) =>
    "day" in problem && problem.code !== "DAY_UNKNOWN"
      ? [
          {
            day: problem.day,
            key:
              problem.code === "WINDOWS_OVERLAP" ? ("hoursOverlap" as const) : ("hours" as const),
          },
        ]
      : [],
  );
  return { hours, problems };
}

/** "8–12:30" as "08:00-12:30"; what is no such thing stays, to be refused. */
function inOneWay(text: string): string {
  const match = /^(\d{1,2})(?:[:.](\d\d))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d\d))?$/.exec(text);
  if (!match) return text;
  const [, fromHour = "", fromMinute = "00", toHour = "", toMinute = "00"] = match;
  return `${fromHour.padStart(2, "0")}:${fromMinute}-${toHour.padStart(2, "0")}:${toMinute}`;
}
