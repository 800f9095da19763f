import { MS_PER_MINUTE } from "@/lib/time/civil";
import { msAtWall, parseWall, wallMsOf, wallText } from "@/lib/time/wall";

/** By how much clocks are ever set back, in minutes. */
const setBack = [30, 60, 120];

/**
 * Epoch milliseconds of "2026-11-14T20:00" on a zone's wall. In an hour that the clocks repeat a
 * beginning is the first such moment and an end the last, so that nobody is missing between. Null
 * for what is no time, and in an hour that the clocks leave out.
 */
export function momentOf(text: string, zone: string, side: "from" | "to"): number | null {
  const wall = parseWall(text);
  if (wall === null) return null;
  const first = msAtWall(wall, zone);
  if (wallMsOf(first, zone) !== wall) return null;
  if (side === "from") return first;
  const again = setBack.map((minutes) => first + minutes * MS_PER_MINUTE);
  return again.findLast((ms) => wallMsOf(ms, zone) === wall) ?? first;
}

/** What the field for it holds: "2026-11-14T20:00" on the zone's wall. */
export function fieldTextOf(ms: number, zone: string): string {
  return wallText(wallMsOf(ms, zone)).slice(0, 16);
}
