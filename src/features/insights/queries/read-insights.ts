import { type Association, listScheduleFacts } from "@/features/schedules/store";
import type { DoctorId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { addUp, type Figures, noFigures, openMinutes, weeksAround } from "../rules";
import { countVisits, listWaits, type VisitCounts, type Wait } from "../store";

/** Figures of one week by its Monday, in days since 1970; `waitDays` is null where nobody waited. */
export type WeekFigures = Figures & { week: number; waitDays: number | null };
export type Totals = Figures & { waitDays: number | null };

export type Insights = {
  clinics: { slug: string; name: string; totals: Totals }[];
  /** The one clinic that `past`, `coming` and `totals` are of; null for all. */
  chosen: { slug: string; name: string } | null;
  past: WeekFigures[];
  coming: WeekFigures[];
  /** Of the past weeks, the current one included. */
  totals: Totals;
};

type Known = { associations: Association[]; counts: VisitCounts[]; waits: Wait[]; nowMs: number };

/**
 * What a doctor's practice looks like by ISO week of each clinic's own calendar, the last twelve
 * weeks and the next four, in three statements. A clinic left before that is not listed, and one that
 * is not theirs reads as all.
 */
export async function readInsights(
  db: Db,
  doctorId: DoctorId,
  { clinic }: { clinic?: string | undefined },
  now: Instant,
): Promise<Insights> {
  const nowMs = now.epochMilliseconds;
  // Time off that is over still counts for its weeks: what mattered before the first of them does not.
  const since = now.subtract({ hours: 24 * 7 * 13 });
  const associations = await listScheduleFacts(db, { doctorId }, since);
  const { past, coming } = weeksAround(nowMs, associations[0]?.clinic.timezone ?? "UTC");
  const [first = 0, current = 0, last = 0] = [past[0], past.at(-1), coming.at(-1)];
  const [counts, waits] = await Promise.all([
    countVisits(db, doctorId, { first, last }),
    listWaits(db, doctorId, { first, last: current }),
  ]);
  const known = { associations, counts, waits, nowMs };
  const hasVisits = (id: string) => counts.some(({ clinicId }) => clinicId === id);
  const shown = associations.filter(
    ({ facts, clinic: { id } }) => facts.status !== "ended" || hasVisits(id),
  );
  const clinics = [...new Map(shown.map((one) => [one.clinic.id, one.clinic])).values()];
  const chosen = clinics.find(({ slug }) => slug === clinic) ?? null;
  const weeksOf = (weeks: number[], id: string | null) =>
    weeks.map((week) => ({
      week,
      ...figuresOf(known, id, week),
      waitDays: waitOf(known, id, week),
    }));
  const totalsOf = (id: string | null) => ({
    ...addUp(weeksOf(past, id)),
    waitDays: waitOf(known, id, null),
  });
  return {
    clinics: clinics.map(({ id, slug, name }) => ({ slug, name, totals: totalsOf(id) })),
    chosen: chosen && { slug: chosen.slug, name: chosen.name },
    past: weeksOf(past, chosen?.id ?? null),
    coming: weeksOf(coming, chosen?.id ?? null),
    totals: totalsOf(chosen?.id ?? null),
  };
}

/** Of one clinic, or with null of all, those since removed included. */
function figuresOf(known: Known, clinicId: string | null, week: number): Figures {
  const isAsked = (id: string | null) => clinicId === null || id === clinicId;
  const counted = known.counts
    .filter((row) => row.week === week && isAsked(row.clinicId))
    .map((row) => ({ ...noFigures, ...row }));
  const open = known.associations
    .filter(({ clinic }) => isAsked(clinic.id))
    .reduce((sum, { facts }) => sum + openMinutes(facts, week, known.nowMs), 0);
  return { ...addUp(counted), open };
}

function waitOf(known: Known, clinicId: string | null, week: number | null): number | null {
  const found = known.waits.find(
    (row) =>
      row.week === week && (clinicId === null ? row.isAllClinics : row.clinicId === clinicId),
  );
  return found?.days ?? null;
}
