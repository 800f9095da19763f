import type { z } from "zod";
import { proposeWithin } from "@/features/appointments/proposals";
import { cancelByDoctorWithin } from "@/features/appointments/within";
import { lockDoctorAssociations } from "@/features/schedules/lock-store";
import type { PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { toEpochDay } from "@/lib/time/plain-date";
import { clinicDateOf } from "@/lib/time/zone";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { violatedConstraint } from "@/server/violation";
import { type Effect, readEffect } from "../change-effect";
import { lockOwnVisits, updateHours, updateStatus } from "../change-store";
import type { Decision, ScheduleChange, saveInput } from "../schema";
import { deleteException, insertBlock, insertExceptions } from "../time-off-store";
import { withdrawLost } from "./withdraw-lost";

/** Every decision is carried out by itself, and there may be hundreds. */
const longestMs = 60_000;

type Doctor = { doctorId: DoctorId; userId: UserId };

/**
 * Saves a change of a doctor's schedule together with what becomes of each appointment that it would
 * leave outside hours: all of it or nothing. Who is affected is asked again once no booking can come
 * between. What the doctor has proposed and could not keep is taken back. Sent twice, it stands once.
 *
 * Refuses NOT_FOUND, CHANGED_MEANWHILE, ASSOCIATION_ENDED, HOURS_COLLIDE, EXCEPTION_OVERLAPS,
 * DECISIONS_NEEDED where one is missing or not possible, and what proposing and cancelling refuse,
 * with the appointment in `params`.
 */
export async function saveChange(
  db: PrismaClient,
  doctor: Doctor,
  { change, decisions }: z.infer<typeof saveInput>,
  now: Instant,
): Promise<void> {
  try {
    const save = (tx: Tx) => saveWithin(tx, doctor, change, decisions, now);
    await inTransaction(db, save, { timeout: longestMs });
  } catch (error) {
    if (violatedConstraint(error) === "schedule_exceptions_one_set_of_hours")
      throw new RefusalError(refuse("EXCEPTION_OVERLAPS"));
    throw error;
  }
}

async function saveWithin(
  tx: Tx,
  doctor: Doctor,
  change: ScheduleChange,
  decisions: readonly Decision[],
  now: Instant,
): Promise<void> {
  const { doctorId, userId } = doctor;
  // Patients who move or cancel hold their appointment and then its association; so do we.
  const decided = decisions.map(({ appointmentId }) => appointmentId);
  await lockOwnVisits(tx, doctorId, decided);
  await lockDoctorAssociations(tx, doctorId);
  const effect = await readEffect(tx, doctorId, change, now);
  if (effect.isDone) return;
  const taken = effect.affected.map((visit) => {
    const decision = decisions.find(({ appointmentId }) => appointmentId === visit.id);
    const isPossible = decision && (decision.choice !== "keep" || visit.mayKeep);
    if (!isPossible) throw new RefusalError(refuse("DECISIONS_NEEDED"));
    return decision;
  });
  await write(tx, doctorId, change, effect, now);
  for (const decision of taken) await carryOut(tx, doctor, decision, now);
  const withdrawn = await withdrawLost(tx, doctorId, effect, now);
  const count = (choice: Decision["choice"]) =>
    taken.filter((decision) => decision.choice === choice).length;
  await recordAudit(tx, {
    actorUserId: userId,
    action: `schedule.${change.kind}`,
    subjectType: "doctor",
    subjectId: doctorId,
    details: {
      ...("associationId" in change && { associationId: change.associationId }),
      kept: count("keep"),
      cancelled: count("cancel"),
      proposed: count("propose"),
      withdrawn,
    },
  });
}

async function write(
  tx: Tx,
  doctorId: DoctorId,
  change: ScheduleChange,
  effect: Effect,
  now: Instant,
): Promise<void> {
  switch (change.kind) {
    case "hours":
      return updateHours(tx, change);
    case "status":
      return writeStatus(tx, change, effect, now);
    case "exception": {
      const { exceptionId, associationId, exception: kind, windows, note } = change;
      const { firstDate, lastDate } = change;
      if (exceptionId) await deleteException(tx, doctorId, exceptionId);
      const one = { associationId, kind, firstDate, lastDate, windows, note };
      return insertExceptions(tx, doctorId, [one]);
    }
    case "days_off": {
      const { associationId } = change;
      const daysOff = change.days.map(({ date, note }) => {
        const dates = { firstDate: date, lastDate: date };
        return { associationId, kind: "time_off" as const, ...dates, windows: [], note };
      });
      return insertExceptions(tx, doctorId, daysOff);
    }
    case "remove_exception":
      await deleteException(tx, doctorId, change.exceptionId);
      return;
    case "block":
      return insertBlock(tx, doctorId, change);
  }
}

/**
 * An association with a last day ahead goes on until then, so that it can still be booked; one whose
 * last day is over, or comes before its first, has ended.
 */
async function writeStatus(
  tx: Tx,
  { associationId, status, endDate }: Extract<ScheduleChange, { kind: "status" }>,
  { after, stored }: Effect,
  now: Instant,
): Promise<void> {
  const facts = after.find(({ id }) => id === associationId)?.facts;
  if (!facts || !stored) throw new RefusalError(refuse("NOT_FOUND"));
  const atEnd = (message: string) =>
    new RefusalError(refuse("INVALID_INPUT", { fields: { endDate: message } }));
  const { startDate } = facts;
  const isNever = endDate && startDate && toEpochDay(endDate) < toEpochDay(startDate);
  if (status !== "ended") {
    if (isNever) throw atEnd("endBeforeStart");
    return updateStatus(tx, associationId, { status, endDate });
  }
  if (!endDate) throw atEnd("required");
  // One that never began has its dates in order all the same.
  if (isNever) return updateStatus(tx, associationId, { status, endDate: startDate });
  const today = clinicDateOf(now, facts.timezone);
  const isOver = toEpochDay(endDate) < toEpochDay(today);
  await updateStatus(tx, associationId, { status: isOver ? "ended" : stored.status, endDate });
}

async function carryOut(tx: Tx, doctor: Doctor, decision: Decision, now: Instant): Promise<void> {
  const { appointmentId, choice, startsAt, reason } = decision;
  const { doctorId, userId: doctorUserId } = doctor;
  const about = { appointmentId, doctorId, doctorUserId, reason, now };
  try {
    if (choice === "cancel") await cancelByDoctorWithin(tx, about);
    if (choice === "propose" && startsAt) await proposeWithin(tx, { ...about, startsAt });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { refusal } = error;
    throw new RefusalError({ ...refusal, params: { ...refusal.params, appointmentId } });
  }
}
