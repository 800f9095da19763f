import { type OpenWindow, stateAt, windowsOn } from "@/features/opening-hours/rules";
import type { OpeningHours } from "@/features/opening-hours/schema";
import { surroundingsOf } from "@/features/opening-hours/sun";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { clinicDateOf } from "@/lib/time/zone";
import type { Db } from "@/server/db";
import { findPharmacy, type PublicPharmacy } from "../page-store";
import type { PharmacyState } from "../schema";
import { sourceName } from "../source-name";

export type OpeningDayOf = {
  /** "2026-10-28", on the pharmacy's calendar. */
  date: string;
  isToday: boolean;
  /** The name of a holiday of its country. */
  holiday: string | null;
  windows: OpenWindow[];
};

/** Instants are ISO texts in UTC. */
export type PharmacyPage = Omit<
  PublicPharmacy,
  "hours" | "holidays" | "confirmedAt" | "confirmedAs" | "reportedAt"
> & {
  hours: OpeningHours | null;
  /** Monday to Sunday of the week that it is there; null where the hours are not known. */
  week: OpeningDayOf[] | null;
  state: PharmacyState | null;
  /** Who last said that these hours are right. */
  confirmed: { at: string; as: "staff" | "admin" | "source" } | null;
  /** When somebody last said that they are wrong, and nobody has looked yet. */
  reportedAt: string | null;
};

/**
 * What anyone may know of a pharmacy, found at its address or a former one. Refuses NOT_FOUND for what
 * is not listed.
 */
export async function getPharmacy(db: Db, slug: string, now: Instant): Promise<PharmacyPage> {
  const found = await findPharmacy(db, slug, now);
  if (!found) throw new RefusalError(refuse("NOT_FOUND"));
  const { holidays, confirmedAt, confirmedAs, reportedAt, ...open } = found;
  return {
    ...open,
    ...openingOf(found, now),
    source: found.source && sourceName(found.source),
    confirmed: confirmedAt && confirmedAs ? { at: confirmedAt.toString(), as: confirmedAs } : null,
    reportedAt: reportedAt?.toString() ?? null,
  };
}

function openingOf(pharmacy: PublicPharmacy, now: Instant): Pick<PharmacyPage, "week" | "state"> {
  const { hours, timezone } = pharmacy;
  if (!hours) return { week: null, state: null };
  const names = new Map(pharmacy.holidays.map(({ day, name }) => [day, name]));
  const around = surroundingsOf(pharmacy, new Map([[pharmacy.country ?? "", names]]));
  const today = clinicDateOf(now, timezone);
  const week = Array.from({ length: 7 }, (_, index) => {
    const date = today.add({ days: index - (today.dayOfWeek - 1) });
    return {
      date: date.toString(),
      isToday: date.equals(today),
      holiday: names.get(date.toString()) ?? null,
      windows: windowsOn(hours, date, around),
    };
  });
  const state = stateAt(hours, now, around);
  return {
    week,
    state: state.isOpen
      ? { ...state, until: state.until?.toString() ?? null }
      : { isOpen: false, opens: state.opens?.toString() ?? null },
  };
}
