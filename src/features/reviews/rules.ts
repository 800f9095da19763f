import type { AppointmentStatus } from "@/features/appointments/rules";
import { type Refusal, refuse } from "@/lib/refusal";

/** Whether a visit may be reviewed: VISIT_NOT_COMPLETED or ALREADY_REVIEWED where not. */
export function refuseReview(visit: {
  status: AppointmentStatus;
  isReviewed: boolean;
}): Refusal | null {
  if (visit.isReviewed) return refuse("ALREADY_REVIEWED");
  return visit.status === "completed" ? null : refuse("VISIT_NOT_COMPLETED");
}

/**
 * The words in which a patient hears of an answer. They may travel to a lock screen, so they say who
 * answered and not what was said.
 */
export function wordAnswer(doctorName: string, clinicName: string | null) {
  return {
    title: "Your review was answered",
    body: [doctorName, clinicName].filter(Boolean).join(", "),
  };
}

/** How many gave one to five stars. */
export type Distribution = readonly [number, number, number, number, number];

/** Whole hundredths of all for each, for the bars; nobody is shown as 0 and no bar as longer than all. */
export function sharesOf(distribution: Distribution): number[] {
  const all = distribution.reduce((sum, count) => sum + count, 0);
  return distribution.map((count) => (all === 0 ? 0 : Math.round((count / all) * 100)));
}
