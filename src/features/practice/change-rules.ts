import { isInsideHours, withoutTimeOff } from "@/features/schedules/rules";
import type { ExceptionFacts, ScheduleFacts } from "@/features/schedules/schema";
import { readTemplate, readWindows } from "@/features/schedules/template";
import { isAfterEnd, openWindows } from "@/features/schedules/windows";
import type { AppointmentId, AssociationId } from "@/lib/ids";
import { type Interval, intervalOf, intervalSet, overlapsAny } from "@/lib/time/interval";
import { toEpochDay } from "@/lib/time/plain-date";
import { zoneClock } from "@/lib/time/zone-clock";
import type { ScheduleChange } from "./schema";

/*
 * What a change does to a doctor's schedule, and to whom. Pure: the preview and the save judge alike.
 */

/** One association of the doctor's. */
export type Scheduled = { id: AssociationId; facts: ScheduleFacts };

/** An exception as it is stored: of one association, or of all. */
export type StoredException = { associationId: AssociationId | null; facts: ExceptionFacts };

/**
 * All associations of a doctor as they would be after a change.
 * @param replaced the exception that the change takes away or replaces, if it does.
 */
export function applyChange<T extends Scheduled>(
  all: readonly T[],
  change: ScheduleChange,
  replaced: StoredException | null,
): T[] {
  return all.map((one) => {
    const facts =
      replaced && concerns(one, replaced.associationId)
        ? withoutException(one.facts, replaced.facts)
        : one.facts;
    return { ...one, facts: changed({ ...one, facts }, change) };
  });
}

function changed({ id, facts }: Scheduled, change: ScheduleChange): ScheduleFacts {
  switch (change.kind) {
    case "hours":
      return change.associationId === id ? withHours(facts, change) : facts;
    case "status":
      return change.associationId === id ? withStatus(facts, change) : facts;
    case "exception":
    case "days_off":
      if (!concerns({ id }, change.associationId)) return facts;
      return { ...facts, exceptions: [...facts.exceptions, ...exceptionsOf(change)] };
    case "block": {
      const block = intervalOf(change.startsAt, change.endsAt);
      return { ...facts, blocked: intervalSet([...facts.blocked.disjoint, block]) };
    }
    case "remove_exception":
      return facts;
  }
}

function concerns({ id }: Pick<Scheduled, "id">, associationId: AssociationId | null): boolean {
  return associationId === null || associationId === id;
}

type ChangeOf<Kind extends ScheduleChange["kind"]> = Extract<ScheduleChange, { kind: Kind }>;

function withHours(facts: ScheduleFacts, change: ChangeOf<"hours">): ScheduleFacts {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes } = change;
  const { horizonDays, maxPerDay } = change;
  const rules = { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes };
  return { ...facts, ...rules, horizonDays, maxPerDay, template: readTemplate(change.hours) };
}

/** One that ends goes on as it is until its last day. */
function withStatus(facts: ScheduleFacts, { status, endDate }: ChangeOf<"status">): ScheduleFacts {
  return { ...facts, endDate, status: status === "ended" ? facts.status : status };
}

function exceptionsOf(change: ChangeOf<"exception"> | ChangeOf<"days_off">): ExceptionFacts[] {
  const isForAll = change.associationId === null;
  if (change.kind === "days_off")
    return change.days.map(({ date }) => {
      const day = toEpochDay(date);
      return { kind: "time_off", firstDay: day, lastDay: day, windows: [], isForAll };
    });
  const firstDay = toEpochDay(change.firstDate);
  const lastDay = toEpochDay(change.lastDate);
  const windows = readWindows(change.windows);
  return [{ kind: change.exception, firstDay, lastDay, windows, isForAll }];
}

/** One of its like taken away: two that say the same are one that stays. */
function withoutException(facts: ScheduleFacts, gone: ExceptionFacts): ScheduleFacts {
  const text = JSON.stringify(inOrder(gone));
  const index = facts.exceptions.findIndex((one) => JSON.stringify(inOrder(one)) === text);
  return { ...facts, exceptions: facts.exceptions.filter((_, at) => at !== index) };
}

function inOrder({ kind, firstDay, lastDay, windows, isForAll }: ExceptionFacts) {
  return [kind, firstDay, lastDay, isForAll, windows.map(({ start, end }) => [start, end])];
}

/** A standing appointment, of one of the associations. */
export type Standing = { id: AppointmentId; associationId: AssociationId | null } & Interval;

/** One that a change would leave outside hours; `mayKeep` is false after an association's last day. */
export type Fallen<T> = T & { mayKeep: boolean };

/**
 * The appointments that are inside hours before and would not be after. Where the doctor will be away,
 * also those outside hours for which nobody has known it yet; and where the status of an association
 * is saved, all that lie after its last day, whenever that was set.
 */
export function affectedBy<T extends Standing>(
  before: readonly Scheduled[],
  after: readonly Scheduled[],
  appointments: readonly T[],
  change: ScheduleChange,
): Fallen<T>[] {
  const factsBefore = new Map(before.map(({ id, facts }) => [id, facts]));
  const factsAfter = new Map(after.map(({ id, facts }) => [id, facts]));
  return appointments.flatMap((one) => {
    const then = one.associationId && factsBefore.get(one.associationId);
    const next = one.associationId && factsAfter.get(one.associationId);
    if (!then || !next || isInsideHours(next, one)) return [];
    const isLost =
      change.kind === "status" &&
      change.associationId === one.associationId &&
      isAfterEnd({ ...next, licensedUntil: null }, one.startMs);
    const isAffected =
      isLost || isInsideHours(then, one) || (takesAway(change) && isLeft(then, next, one));
    return isAffected ? [{ ...one, mayKeep: !isLost }] : [];
  });
}

/** Whether a change says that the doctor is away, and not only when they see patients. */
function takesAway(change: ScheduleChange): boolean {
  if (change.kind === "exception") return change.exception === "time_off";
  if (change.kind === "status") return change.status === "on_leave";
  return change.kind === "days_off" || change.kind === "block";
}

function isLeft(then: ScheduleFacts, next: ScheduleFacts, visit: Interval): boolean {
  return isAway(next, visit) && !isAway(then, visit);
}

/** On leave, kept for something else, or off on the clinic's date or on that of the visit's window. */
function isAway(facts: ScheduleFacts, visit: Interval): boolean {
  if (facts.status === "on_leave" || overlapsAny(facts.blocked, visit)) return true;
  const day = zoneClock(facts.timezone).epochDayAt(visit.startMs);
  const isOff = facts.exceptions.some(
    ({ kind, firstDay, lastDay }) => kind === "time_off" && firstDay <= day && day <= lastDay,
  );
  const isOpen = (there: ScheduleFacts) =>
    !openWindows(there, visit.startMs, visit.startMs + 1).next().done;
  return isOff || (!isOpen(facts) && isOpen(withoutTimeOff(facts)));
}
