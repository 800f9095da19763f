import { stateAt } from "@/features/opening-hours/rules";
import type { OpeningHours } from "@/features/opening-hours/schema";
import type { Instant } from "@/lib/time/instant";
import type { PharmacyState } from "./schema";

type Around = { timezone: string; holidays: readonly string[] };

/** Open or closed by its hours at a moment, and the next change, as a list tells it. */
export function stateOf(hours: OpeningHours, at: Instant, around: Around): PharmacyState {
  const holidays = new Set(around.holidays);
  const state = stateAt(hours, at, {
    timezone: around.timezone,
    isHoliday: (date) => holidays.has(date.toString()),
    sun: () => ({ sunrise: 360, sunset: 1080 }),
  });
  if (!state.isOpen) return { isOpen: false, opens: state.opens?.toString() ?? null };
  return { ...state, until: state.until?.toString() ?? null };
}
