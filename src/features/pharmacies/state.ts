import { stateAt } from "@/features/opening-hours/rules";
import type { OpeningHours } from "@/features/opening-hours/schema";
import { surroundingsOf } from "@/features/opening-hours/sun";
import type { Point } from "@/lib/geo";
import type { Instant } from "@/lib/time/instant";
import type { PharmacyState } from "./schema";

/** `holidays`: the days around the moment on which the country keeps one. */
type Around = Point & { timezone: string; country: string | null; holidays: readonly string[] };

/** Open or closed by its hours at a moment, and the next change, as a list tells it. */
export function stateOf(hours: OpeningHours, at: Instant, around: Around): PharmacyState {
  const days = new Map(around.holidays.map((day) => [day, ""]));
  const holidays = new Map([[around.country ?? "", days]]);
  const state = stateAt(hours, at, surroundingsOf(around, holidays));
  if (!state.isOpen) return { isOpen: false, opens: state.opens?.toString() ?? null };
  return { ...state, until: state.until?.toString() ?? null };
}
