import { type Association, listScheduleFacts } from "@/features/schedules/store";
import { readWindows } from "@/features/schedules/template";
import type { DoctorId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { parsePlainDate, toEpochDay } from "@/lib/time/plain-date";
import type { Db } from "@/server/db";
import { affectedBy, applyChange, type Fallen, type StoredException } from "./change-rules";
import { findStoredHours, listOwnVisits, type OwnVisit, type StoredHours } from "./change-store";
import { refuseCollision } from "./collision";
import type { ScheduleChange } from "./schema";
import { type ExceptionRow, listExceptions } from "./time-off-store";

export type Effect = {
  /** All the doctor's associations, as they would be. */
  after: Association[];
  /** Everything that occupies the doctor, as it is. */
  visits: OwnVisit[];
  affected: Fallen<OwnVisit>[];
  /** The row of hours or status that the change is about, if it is about one. */
  stored: StoredHours | null;
  /** It is as it should be already: the same, sent again. */
  isDone: boolean;
};

/**
 * What a change would do, by what the database says now. Refuses NOT_FOUND for another doctor's
 * association or exception, CHANGED_MEANWHILE, ASSOCIATION_ENDED, and HOURS_COLLIDE.
 */
export async function readEffect(
  db: Db,
  doctorId: DoctorId,
  change: ScheduleChange,
  now: Instant,
): Promise<Effect> {
  const before = await listScheduleFacts(db, { doctorId }, now);
  const isAtOne = "associationId" in change && change.associationId !== null;
  if (isAtOne && !before.some(({ id }) => id === change.associationId))
    throw new RefusalError(refuse("NOT_FOUND"));
  const stored =
    change.kind === "hours" || change.kind === "status"
      ? await findStoredHours(db, doctorId, change.associationId)
      : null;
  const visits = await listOwnVisits(db, doctorId, now);
  const isAsWanted = stored !== null && isAlready(stored, change);
  const done = { after: before, visits, affected: [], stored, isDone: true };
  if (isAsWanted && isStale(stored, change)) return done;
  refuseStale(stored, change);
  const replaced = await findReplaced(db, doctorId, change);
  const after = applyChange(before, change, replaced);
  refuseCollisions(before, after, change, now);
  const standing = visits.filter((visit) => isStanding(visit, now));
  const affected = affectedBy(before, after, standing, change);
  if (isAsWanted && affected.length === 0) return done;
  return { after, visits, affected, stored, isDone: false };
}

function isStanding({ status, startMs }: OwnVisit, now: Instant): boolean {
  return (status === "scheduled" || status === "confirmed") && startMs > now.epochMilliseconds;
}

function refuseStale(stored: StoredHours | null, change: ScheduleChange): void {
  if (!stored || !("expectedRevision" in change)) return;
  if (stored.status === "ended") throw new RefusalError(refuse("ASSOCIATION_ENDED"));
  if (isStale(stored, change)) throw new RefusalError(refuse("CHANGED_MEANWHILE"));
}

function isStale({ revision }: StoredHours, change: ScheduleChange): boolean {
  return "expectedRevision" in change && revision !== change.expectedRevision;
}

function isAlready(stored: StoredHours, change: ScheduleChange): boolean {
  if (change.kind === "status") {
    const endDate = change.endDate?.toString() ?? null;
    return (
      stored.endDate === endDate && (change.status === "ended" || stored.status === change.status)
    );
  }
  if (change.kind !== "hours") return false;
  const { kind, associationId, expectedRevision, ...wanted } = change;
  const { revision, status, endDate, ...has } = stored;
  return textOf(has) === textOf(wanted);
}

/** One text for what says the same, whatever the order of its keys. */
function textOf(value: object): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The exception that a change takes away. One that is gone was changed elsewhere. */
async function findReplaced(
  db: Db,
  doctorId: DoctorId,
  change: ScheduleChange,
): Promise<StoredException | null> {
  if (!("exceptionId" in change) || !change.exceptionId) return null;
  const [row] = await listExceptions(db, doctorId, { id: change.exceptionId });
  if (!row)
    throw new RefusalError(refuse(change.kind === "exception" ? "CHANGED_MEANWHILE" : "NOT_FOUND"));
  return storedException(row);
}

function storedException(row: ExceptionRow): StoredException {
  const { associationId, kind, windows } = row;
  const [firstDay, lastDay] = [row.firstDate, row.lastDate].map((text) => {
    const date = parsePlainDate(text);
    return date ? toEpochDay(date) : 0;
  });
  return {
    associationId,
    facts: {
      kind,
      firstDay: firstDay ?? 0,
      lastDay: lastDay ?? 0,
      windows: readWindows(windows),
      isForAll: associationId === null,
    },
  };
}

/** Refuses hours that would ask the doctor to be at two clinics at once; being away never does. */
function refuseCollisions(
  before: readonly Association[],
  after: readonly Association[],
  change: ScheduleChange,
  now: Instant,
) {
  const opens =
    change.kind === "hours" ||
    change.kind === "remove_exception" ||
    change.kind === "exception" ||
    (change.kind === "status" && (change.status === "active" || isLonger(before, change)));
  if (!opens) return;
  const at = "associationId" in change ? change.associationId : null;
  const changed = after.filter(({ id, facts }) => facts.status !== "ended" && (!at || id === at));
  for (const one of changed) {
    const others = after.filter(({ id }) => id !== one.id);
    const refusal = refuseCollision(one.facts, others, now);
    if (refusal) throw new RefusalError(refusal);
  }
}

/** Whether an association would go on for longer than it would now. */
function isLonger(
  before: readonly Association[],
  { associationId, endDate }: Extract<ScheduleChange, { kind: "status" }>,
): boolean {
  const until = before.find(({ id }) => id === associationId)?.facts.endDate;
  return until != null && (endDate === null || toEpochDay(endDate) > toEpochDay(until));
}
