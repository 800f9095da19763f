import type { Point } from "@/lib/geo";
import { type Refusal, refuse } from "@/lib/refusal";
import type { DetailsAnswers } from "./association-schema";
import type { OwnAssociation } from "./association-store";

type Standing = Pick<OwnAssociation, "revision" | "status" | "endDate" | "firstUpcomingDate">;

/**
 * Whether the details of an association may be saved. Refuses CHANGED_MEANWHILE where someone saved
 * since, ASSOCIATION_ENDED, and at its field a first day that would leave appointments before it.
 */
export function refuseDetails(
  association: Standing,
  expectedRevision: number,
  { startDate }: Pick<DetailsAnswers, "startDate">,
): Refusal | null {
  const { status, endDate, firstUpcomingDate } = association;
  if (association.revision !== expectedRevision) return refuse("CHANGED_MEANWHILE");
  if (status === "ended") return refuse("ASSOCIATION_ENDED");
  const atStart = (message: string) => refuse("INVALID_INPUT", { fields: { startDate: message } });
  if (endDate !== null && startDate > endDate) return atStart("startAfterEnd");
  const isLate = firstUpcomingDate !== null && startDate > firstUpcomingDate;
  return isLate ? atStart("startAfterAppointments") : null;
}

const kilometresADegree = 111;
const farthestKm = 60;

/** Whether a point picked on the map can't belong to a clinic in that town. */
export function isFarFrom(town: Point, point: Point): boolean {
  const north = point.latitude - town.latitude;
  // The short way around the globe.
  const eastward = ((((point.longitude - town.longitude + 180) % 360) + 360) % 360) - 180;
  const east = eastward * Math.cos((town.latitude * Math.PI) / 180);
  return Math.hypot(north, east) * kilometresADegree > farthestKm;
}
