import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { addUp, type DayFigures, daysUntil, type Figures, noFigures } from "../rules";
import {
  type Backlog,
  countAnswers,
  countDays,
  countVisits,
  type DayCount,
  type DayTally,
  readBacklog,
  type VisitFigures,
} from "../store";

export type PlatformFigures = {
  length: number;
  /** Days of UTC, oldest first. */
  days: DayFigures[];
  daysBefore: DayFigures[];
  current: Figures;
  before: Figures;
  /** Why requests were refused in these days, most frequent first. */
  refusals: { code: string; count: number }[];
  backlog: Backlog[];
};

const nameOf: Record<string, keyof Figures> = {
  patient: "patients",
  doctor: "doctors",
  pharmacy: "pharmacies",
  admin: "administrators",
  booked: "booked",
  cancelled: "cancelled",
  verify: "verified",
  ask: "asked",
  reject: "rejected",
};

/** How the platform does: the last whole days of UTC and as many before, in four statements. Nothing of any one person. */
export async function readFigures(db: Db, length: number, now: Instant): Promise<PlatformFigures> {
  const { before, current } = daysUntil(now.epochMilliseconds, length);
  const [first = 0, middle = 0] = [before[0], current[0]];
  const span = { first, middle, end: middle + length };
  const [counts, visits, tallies, backlog] = await Promise.all([
    countDays(db, span),
    countVisits(db, span),
    countAnswers(db, span),
    readBacklog(db, now),
  ]);
  const ofDay = figuresByDay(counts, visits, tallies);
  const [days, daysBefore] = [current, before].map((list) => list.map(ofDay)) as [
    DayFigures[],
    DayFigures[],
  ];
  const waitOf = (isCurrent: boolean) =>
    visits.find((row) => row.day === null && row.isCurrent === isCurrent)?.waitDays ?? null;
  return {
    length,
    days,
    daysBefore,
    current: addUp(days, waitOf(true)),
    before: addUp(daysBefore, waitOf(false)),
    refusals: refusalsSince(tallies, middle),
    backlog,
  };
}

function figuresByDay(counts: DayCount[], visits: VisitFigures[], tallies: DayTally[]) {
  const byDay = new Map<number, DayFigures>();
  const of = (day: number): DayFigures => {
    const known = byDay.get(day) ?? { ...noFigures, day };
    byDay.set(day, known);
    return known;
  };
  const add = (day: number, name: keyof Figures | undefined, count: number) => {
    if (name) of(day)[name] = (of(day)[name] ?? 0) + count;
  };
  for (const { day, name, count } of counts) add(day, nameOf[name], count);
  for (const { day, completed, missed, waitDays } of visits)
    if (day !== null) Object.assign(of(day), { completed, missed, waitDays });
  for (const { day, outcome, count } of tallies) add(day, answerOf(outcome), count);
  return of;
}

function answerOf(outcome: string) {
  if (outcome === "OK") return "answered";
  return outcome === "UNEXPECTED" ? "failed" : "refused";
}

function refusalsSince(tallies: DayTally[], first: number): PlatformFigures["refusals"] {
  const counts = new Map<string, number>();
  for (const { day, outcome, count } of tallies)
    if (day >= first && answerOf(outcome) === "refused")
      counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
