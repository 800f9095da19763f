import { type Association, listScheduleFacts } from "@/features/schedules/store";
import type { AppointmentId, AssociationId, PatientId } from "@/lib/ids";
import { isRefusal, type Refusal, RefusalError, refuse } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { decideFor, refuseUnlisted, withNearest } from "../bookable";
import { findOwnAt } from "../read-store";
import { listPatientBusy } from "../store";

export type Prepared = {
  visit: ReturnType<typeof visitOf>;
  /** Why the time can't be had, with the nearest that can; null where it can. */
  refusal: Refusal | null;
  /** Where this patient has it already: someone who came Back after booking. */
  ownAppointmentId: AppointmentId | null;
};

/** What may be shown of an association and a time: nothing of the doctor as a person. */
function visitOf({ doctor, clinic, facts, ...association }: Association, endsAt: Instant) {
  return {
    endsAt,
    timezone: facts.timezone,
    durationMinutes: facts.durationMinutes,
    fee: association.fee,
    currency: association.currency,
    noticeMinutes: association.cancellationNoticeMinutes,
    doctor: { name: doctor.name, slug: doctor.slug, specialization: doctor.specialization },
    clinic,
  };
}

/** What the booking page shows of a time before anything is written. Refuses NOT_FOUND. */
export async function prepareBooking(
  db: Db,
  patientId: PatientId,
  { associationId, startsAt }: { associationId: AssociationId; startsAt: Instant },
  now: Instant,
): Promise<Prepared> {
  const [association] = await listScheduleFacts(db, { associationId }, now);
  if (!association) throw new RefusalError(refuse("NOT_FOUND"));
  const endsAt = startsAt.add({ minutes: association.facts.durationMinutes });
  const ownAppointmentId = await findOwnAt(db, patientId, associationId, startsAt);
  const verdict = refuseUnlisted(association) ?? (await decideFor(db, association, startsAt, now));
  const own = await listPatientBusy(db, patientId, { from: startsAt, to: endsAt });
  const said = isRefusal(verdict) ? verdict : own.length > 0 ? refuse("PATIENT_BUSY") : null;
  const isAboutTime = said?.code.startsWith("SLOT_") || said?.code === "PATIENT_BUSY";
  const refusal =
    said && isAboutTime && !ownAppointmentId
      ? await withNearest(db, said, association, { patientId }, startsAt, now)
      : said;
  return { visit: visitOf(association, endsAt), refusal, ownAppointmentId };
}
