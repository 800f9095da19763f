import type { z } from "zod";
import { type Association, listScheduleFacts } from "@/features/schedules/store";
import { isAfterEnd } from "@/features/schedules/windows";
import type { PrismaClient } from "@/generated/prisma/client";
import type { AppointmentId, PatientId } from "@/lib/ids";
import { type Refusal, RefusalError, refuse } from "@/lib/refusal";
import { MS_PER_MINUTE } from "@/lib/time/civil";
import { type Instant, instantOf } from "@/lib/time/instant";
import { toEpochDay } from "@/lib/time/plain-date";
import { zoneClock } from "@/lib/time/zone-clock";
import { actAs } from "@/server/acting";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import type { walkInInput } from "../agenda-schema";
import { findWalkIn, insertWalkIn, insertWalkInPatient, isKnownPatient } from "../placing-store";
import { type DoctorActor, orConstraint } from "./change-visit";
import { holdPlace, makeRoom } from "./place-visit";

type WalkIn = z.infer<typeof walkInInput>;

/** Who walks in is there: the visit is about now, give or take what is written down later. */
const mostHoursOff = 12;
const noBuffers = { beforeMinutes: 0, afterMinutes: 0 };

/**
 * Adds the visit of someone who came without an appointment and is there now: a patient whom this
 * doctor knows, or someone new without an account. Once for each booking key.
 *
 * Refuses NOT_FOUND (an association or patient that is not this doctor's), SLOT_IN_PAST and
 * SLOT_TOO_FAR for what is not about today, ASSOCIATION_ENDED, CLINIC_CLOSED, SLOT_OUTSIDE_HOURS
 * before the association's first day, VISITS_OVERLAP and PATIENT_ELSEWHERE.
 */
export async function addWalkIn(
  db: PrismaClient,
  doctor: DoctorActor,
  walkIn: WalkIn,
  now: Instant,
): Promise<AppointmentId> {
  return orConstraint(inTransaction(db, (tx) => addWithin(tx, doctor, walkIn, now)));
}

async function addWithin(
  tx: Tx,
  doctor: DoctorActor,
  walkIn: WalkIn,
  now: Instant,
): Promise<AppointmentId> {
  const { doctorId, userId } = doctor;
  const { associationId, bookingKey, reason } = walkIn;
  const [association] = await listScheduleFacts(tx, { associationId, doctorId }, now);
  if (!association) throw new RefusalError(refuse("NOT_FOUND"));
  const startsAt = walkIn.startsAt ?? thisMinute(now);
  const refusal = refuseOtherDay(startsAt, now);
  if (refusal) throw new RefusalError(refusal);
  const durationMinutes = walkIn.durationMinutes ?? association.facts.durationMinutes;
  const place = { startsAt, endsAt: startsAt.add({ minutes: durationMinutes }) };
  await actAs(tx, { userId, at: now });
  await holdPlace(tx, doctorId, place, noBuffers);
  const earlier = await findWalkIn(tx, doctorId, bookingKey);
  if (earlier) return earlier;
  // Read again: nobody ends the association any more while it is held.
  const [held] = await listScheduleFacts(tx, { associationId, doctorId }, now);
  const closed = refuseClosed(held, startsAt);
  if (closed) throw new RefusalError(closed);
  await makeRoom(tx, doctorId, place, noBuffers);
  const patientId = await patientOf(tx, doctor, walkIn);
  const { fee } = association;
  const made = { patientId, doctorId, associationId, bookingKey, durationMinutes, fee, reason };
  const appointmentId = await insertWalkIn(tx, { ...made, ...place });
  await recordAudit(tx, {
    actorUserId: userId,
    action: "appointment.walk_in",
    subjectType: "appointment",
    subjectId: appointmentId,
    details: { startsAt: startsAt.toString(), isNewPatient: !walkIn.patientId },
  });
  return appointmentId;
}

async function patientOf(tx: Tx, { doctorId }: DoctorActor, walkIn: WalkIn): Promise<PatientId> {
  const { patientId, name = "", phone = "" } = walkIn;
  if (!patientId) return insertWalkInPatient(tx, doctorId, { name, phone });
  if (!(await isKnownPatient(tx, doctorId, patientId))) throw new RefusalError(refuse("NOT_FOUND"));
  return patientId;
}

/** What stands against seeing anyone there then. */
function refuseClosed(association: Association | undefined, startsAt: Instant): Refusal | null {
  if (!association) return refuse("NOT_FOUND");
  const { facts, clinic } = association;
  const ms = startsAt.epochMilliseconds;
  if (facts.status === "ended" || isAfterEnd(facts, ms)) return refuse("ASSOCIATION_ENDED");
  if (!clinic.isOpen) return refuse("CLINIC_CLOSED");
  const isEarly =
    facts.startDate && zoneClock(facts.timezone).epochDayAt(ms) < toEpochDay(facts.startDate);
  return isEarly ? refuse("SLOT_OUTSIDE_HOURS") : null;
}

function thisMinute(now: Instant): Instant {
  return instantOf(Math.floor(now.epochMilliseconds / MS_PER_MINUTE) * MS_PER_MINUTE);
}

function refuseOtherDay(startsAt: Instant, now: Instant): Refusal | null {
  const offMs = startsAt.epochMilliseconds - now.epochMilliseconds;
  const mostMs = mostHoursOff * 60 * MS_PER_MINUTE;
  if (offMs < -mostMs) return refuse("SLOT_IN_PAST");
  return offMs > mostMs ? refuse("SLOT_TOO_FAR", { params: { days: 0 } }) : null;
}
