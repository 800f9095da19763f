import type { PrismaClient } from "@/generated/prisma/client";
import type { AppointmentId } from "@/lib/ids";
import { RefusalError, refuse } from "@/lib/refusal";
import { type Instant, parseInstant } from "@/lib/time/instant";
import { recordAudit } from "@/server/audit";
import { inTransaction, type Tx } from "@/server/db";
import { possibleSteps, type Steppable } from "../rules";
import { findVisit, listEarlierVisits, listHistory, type VisitDetails } from "../visit-read-store";
import type { DoctorActor } from "./change-visit";

/**
 * Everything about one appointment, for its doctor: what the patient wrote, the health facts they
 * share, earlier visits with this doctor, what happened so far, and the steps possible now. Nothing
 * is shown without the record of who looked at what. Refuses NOT_FOUND, another doctor's too.
 */
export function lookAtVisit(
  db: PrismaClient,
  doctor: DoctorActor,
  { appointmentId }: { appointmentId: AppointmentId },
  now: Instant,
) {
  return inTransaction(db, (tx) => lookWithin(tx, doctor, appointmentId, now));
}

async function lookWithin(tx: Tx, doctor: DoctorActor, appointmentId: AppointmentId, now: Instant) {
  const visit = await findVisit(tx, doctor.doctorId, appointmentId, now);
  if (!visit) throw new RefusalError(refuse("NOT_FOUND"));
  const earlier = await listEarlierVisits(tx, doctor.doctorId, visit);
  const history = await listHistory(tx, appointmentId);
  await recordAudit(tx, {
    actorUserId: doctor.userId,
    action: "appointment.look",
    subjectType: "appointment",
    subjectId: appointmentId,
    details: { withHealthFacts: visit.sharesHealth, earlier: earlier.map(({ id }) => id) },
  });
  return {
    ...visit,
    earlier,
    history,
    steps: possibleSteps(steppable(visit), now, doctor.isLicensed),
  };
}

function steppable({ startsAt, endsAt, ...visit }: VisitDetails): Steppable {
  const [from, to] = [parseInstant(startsAt), parseInstant(endsAt)];
  if (!from || !to) throw new RangeError("an instant of ours that is none");
  return { ...visit, startsAt: from, endsAt: to };
}
