import type { AppointmentId, PatientId } from "@/lib/ids";
import { type Refusal, RefusalError, refuse } from "@/lib/refusal";
import type { Db } from "@/server/db";
import { refuseReview } from "../rules";
import { findOwnVisit, type ReviewedVisit } from "../store";

/** A visit, its review, and why none can be written where that is so. Refuses NOT_FOUND. */
export async function getOwnVisit(
  db: Db,
  patientId: PatientId,
  appointmentId: AppointmentId,
): Promise<ReviewedVisit & { refusal: Refusal | null }> {
  const visit = await findOwnVisit(db, patientId, appointmentId);
  if (!visit) throw new RefusalError(refuse("NOT_FOUND"));
  const { status, review } = visit;
  return { ...visit, refusal: refuseReview({ status, isReviewed: review !== null }) };
}
