import { MS_PER_DAY } from "@/lib/time/civil";
import type { FigureName } from "./schema";

const countNames = [
  "patients",
  "doctors",
  "pharmacies",
  "administrators",
  "booked",
  "cancelled",
  "completed",
  "missed",
  "verified",
  "asked",
  "rejected",
  "answered",
  "refused",
  "failed",
] as const;

/** What was in a day, or in several. `waitDays` is null where nobody waited. */
export type Figures = Record<(typeof countNames)[number], number> & { waitDays: number | null };
/** Of one day of UTC, in days since 1970. */
export type DayFigures = Figures & { day: number };

export const noFigures: Figures = {
  patients: 0,
  doctors: 0,
  pharmacies: 0,
  administrators: 0,
  booked: 0,
  cancelled: 0,
  completed: 0,
  missed: 0,
  verified: 0,
  asked: 0,
  rejected: 0,
  answered: 0,
  refused: 0,
  failed: 0,
  waitDays: null,
};

/** Whole days of UTC until yesterday: as many as asked for, and as many before; oldest first. */
export function daysUntil(nowMs: number, length: number): { before: number[]; current: number[] } {
  const today = Math.floor(nowMs / MS_PER_DAY);
  const days = Array.from({ length: 2 * length }, (_, index) => today - 2 * length + index);
  return { before: days.slice(0, length), current: days.slice(length) };
}

/** Counts add up; how long all together waited is not known from how long each day's did. */
export function addUp(days: readonly Figures[], waitDays: number | null): Figures {
  const sum = { ...noFigures, waitDays };
  for (const day of days) for (const name of countNames) sum[name] += day[name];
  return sum;
}

export type Unit = "count" | "percent" | "days";
export type Column = { name: string; unit: Unit; of: (figures: Figures) => number | null };

const counted = <const Name extends (typeof countNames)[number]>(name: Name) => ({
  name,
  unit: "count" as const,
  of: (figures: Figures) => figures[name],
});

const columns = {
  patients: counted("patients"),
  doctors: counted("doctors"),
  pharmacies: counted("pharmacies"),
  administrators: counted("administrators"),
  booked: counted("booked"),
  cancelled: counted("cancelled"),
  completed: counted("completed"),
  missed: counted("missed"),
  verified: counted("verified"),
  asked: counted("asked"),
  rejected: counted("rejected"),
  answered: counted("answered"),
  refused: counted("refused"),
  failed: counted("failed"),
  signedUp: {
    name: "signedUp",
    unit: "count",
    of: (f: Figures) => f.patients + f.doctors + f.pharmacies + f.administrators,
  },
  decided: {
    name: "decided",
    unit: "count",
    of: (f: Figures) => f.verified + f.asked + f.rejected,
  },
  missedRate: {
    name: "missedRate",
    unit: "percent",
    of: (f: Figures) => share(f.missed, f.completed + f.missed),
  },
  refusalRate: {
    name: "refusalRate",
    unit: "percent",
    of: (f: Figures) => share(f.refused, f.answered + f.refused + f.failed),
  },
  errorRate: {
    name: "errorRate",
    unit: "percent",
    of: (f: Figures) => share(f.failed, f.answered + f.refused + f.failed),
  },
  waitDays: { name: "waitDays", unit: "days", of: (f: Figures) => f.waitDays },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
type KnownColumn = (typeof columns)[ColumnName];

/** What each figure is made of, of a day as of all of them. */
export type Figure = {
  /** Compared with the days before. */
  heads: KnownColumn[];
  /** Stacked bars, or lines beside each other. */
  look: "bars" | "lines";
  drawn: KnownColumn[];
  table: KnownColumn[];
};

const one = (column: KnownColumn): Figure => ({
  heads: [column],
  look: "bars",
  drawn: [column],
  table: [column],
});

const byRole = [columns.patients, columns.doctors, columns.pharmacies, columns.administrators];
const byVerdict = [columns.verified, columns.asked, columns.rejected];
const byRate = [columns.refusalRate, columns.errorRate];

export const figures: Record<FigureName, Figure> = {
  signUps: {
    heads: [columns.signedUp],
    look: "bars",
    drawn: byRole,
    table: [...byRole, columns.signedUp],
  },
  bookings: one(columns.booked),
  cancellations: one(columns.cancelled),
  noShows: {
    heads: [columns.missedRate],
    look: "lines",
    drawn: [columns.missedRate],
    table: [columns.completed, columns.missed, columns.missedRate],
  },
  waiting: one(columns.waitDays),
  decisions: {
    heads: [columns.decided],
    look: "bars",
    drawn: byVerdict,
    table: [...byVerdict, columns.decided],
  },
  answers: {
    heads: byRate,
    look: "lines",
    drawn: byRate,
    table: [columns.answered, columns.refused, columns.failed, ...byRate],
  },
};

/** Hundredths, to two places; null of none. */
function share(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 10_000) / 100 : null;
}

export type Trend = {
  /** How many more; below zero, fewer. */
  by: number;
  /** By how many hundredths of what was before; null where that was nothing. */
  percent: number | null;
};

/** How a figure compares with the one before it; null where one of them is not known. */
export function trendOf(current: number | null, before: number | null): Trend | null {
  if (current === null || before === null) return null;
  const by = Math.round((current - before) * 100) / 100;
  return { by, percent: before > 0 ? Math.round((by / before) * 100) : null };
}
