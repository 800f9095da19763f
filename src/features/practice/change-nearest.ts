import { nearestFree } from "@/features/schedules/rules";
import type { ScheduleFacts } from "@/features/schedules/schema";
import type { Association } from "@/features/schedules/store";
import { type Instant, instantOf } from "@/lib/time/instant";
import { type Interval, intervalSet, overlapsAny } from "@/lib/time/interval";
import type { Fallen } from "./change-rules";
import { type OwnVisit, occupied } from "./change-store";

/** So many times are offered for each; more would be a calendar. */
const nearestCount = 4;

export type Nearest = {
  /** Free for both, ascending. */
  times: Instant[];
  /** The nearest of them that nobody before was given, so that all of them can say yes. */
  suggested: Instant | null;
};

/**
 * The nearest free times under the new hours for each affected appointment, in order.
 * @param busyOfPatients what occupies the patients, by appointment.
 */
export function nearestForEach(
  affected: readonly Fallen<OwnVisit>[],
  after: readonly Association[],
  visits: readonly OwnVisit[],
  busyOfPatients: readonly (Interval & { id: string; patientId: string })[],
  now: Instant,
): Nearest[] {
  const given: Interval[] = [];
  return affected.map((visit) => {
    const association = after.find(({ id }) => id === visit.associationId);
    if (!association?.doctor.isListed || !association.clinic.isOpen)
      return { times: [], suggested: null };
    const facts = withLimit(association.facts, visit, visits);
    const busy = [
      ...visits.filter(({ id }) => id !== visit.id).map(occupied),
      ...busyOfPatients.filter((one) => one.patientId === visit.patientId && one.id !== visit.id),
    ];
    const around = instantOf(visit.startMs);
    const find = (taken: Interval[], count: number) =>
      nearestFree(facts, intervalSet(taken), around, now, count).map(({ startsAt }) => startsAt);
    const times = find(busy, nearestCount);
    const distance = (at: Instant) => Math.abs(at.epochMilliseconds - visit.startMs);
    const isGiven = (at: Instant) => overlapsAny(intervalSet(given), withBuffers(at, facts));
    const own = times.toSorted((a, b) => distance(a) - distance(b)).find((at) => !isGiven(at));
    const suggested = own ?? find([...busy, ...given], 1)[0] ?? null;
    if (!suggested) return { times, suggested };
    given.push(withBuffers(suggested, facts));
    return { times: own ? times : inOrder([...times, suggested]), suggested };
  });
}

function inOrder(times: Instant[]): Instant[] {
  return times.toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds);
}

function withBuffers(startsAt: Instant, facts: ScheduleFacts): Interval {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = facts;
  return {
    startMs: startsAt.subtract({ minutes: bufferBeforeMinutes }).epochMilliseconds,
    endMs: startsAt.add({ minutes: durationMinutes + bufferAfterMinutes }).epochMilliseconds,
  };
}

/** The days that are full by the new limit, without the visit that is to move. */
function withLimit(
  facts: ScheduleFacts,
  visit: OwnVisit,
  visits: readonly OwnVisit[],
): ScheduleFacts {
  const { maxPerDay } = facts;
  if (maxPerDay === null) return { ...facts, fullDays: new Set() };
  const counts = new Map<number, number>();
  for (const { id, associationId, day } of visits)
    if (id !== visit.id && associationId === visit.associationId)
      counts.set(day, (counts.get(day) ?? 0) + 1);
  const full = [...counts].filter(([, count]) => count >= maxPerDay).map(([day]) => day);
  return { ...facts, fullDays: new Set(full) };
}
