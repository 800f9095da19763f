import { type Association, listScheduleFacts } from "@/features/schedules/store";
import type { AppointmentId, AssociationId, PatientId } from "@/lib/ids";
import { isRefusal, type Refusal, RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { decideFor, refuseUnlisted, withNearest } from "../bookable";
import { findOwnAt } from "../read-store";

export type Prepared = {
  association: Association;
  endsAt: Instant;
  /** Why the time can't be had, with the nearest that can; null where it can. */
  refusal: Refusal | null;
  /** Where this patient has it already: someone who came Back after booking. */
  ownAppointmentId: AppointmentId | null;
};

/** What the booking page shows of a time before anything is written. Refuses NOT_FOUND. */
export async function prepareBooking(
  db: Db,
  patientId: PatientId,
  { associationId, startsAt }: { associationId: AssociationId; startsAt: Instant },
  now: Instant,
): Promise<Prepared> {
  const [association] = await listScheduleFacts(db, { associationIds: [associationId] }, now);
  if (!association) throw new RefusalError(refuse("NOT_FOUND"));
  const verdict = refuseUnlisted(association) ?? (await decideFor(db, association, startsAt, now));
  const endsAt = startsAt.add({ minutes: association.facts.durationMinutes });
  if (!isRefusal(verdict)) return { association, endsAt, refusal: null, ownAppointmentId: null };
  const ownAppointmentId = await findOwnAt(db, patientId, associationId, startsAt);
  const isAboutTime = verdict.code.startsWith("SLOT_") && !ownAppointmentId;
  const refusal = isAboutTime
    ? await withNearest(db, verdict, association, startsAt, now)
    : verdict;
  return { association, endsAt, refusal, ownAppointmentId };
}
