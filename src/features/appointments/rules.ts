import type { Temporal } from "temporal-polyfill";
import { type Refusal, refuse } from "@/lib/refusal";
import { formatDuration } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";

/** The model's values, and the two between arriving and being done. */
export const appointmentStatuses = [
  "scheduled",
  "confirmed",
  "arrived",
  "in_progress",
  "completed",
  "cancelled",
  "no_show",
] as const;

export type AppointmentStatus = (typeof appointmentStatuses)[number];

export type Changeable = {
  status: AppointmentStatus;
  startsAt: Instant;
  /** Minutes before the start until which a patient may move or cancel (PRODUCT.md, Numbers). */
  cancellationNoticeMinutes: number;
};

/** The last instant at which a patient may still move or cancel. */
export function changeDeadline(appointment: Changeable): Instant {
  return appointment.startsAt.subtract({ minutes: appointment.cancellationNoticeMinutes });
}

/**
 * Whether a patient may still cancel: null if so, else APPOINTMENT_CANCELLED, APPOINTMENT_OVER or
 * CANCELLATION_TOO_LATE {notice}.
 */
export function refuseCancelling(appointment: Changeable, now: Instant): Refusal | null {
  return refuseChanging(appointment, now, "CANCELLATION_TOO_LATE");
}

/** Whether a patient may still move: null if so, else as for cancelling, with MOVE_TOO_LATE. */
export function refuseMoving(appointment: Changeable, now: Instant): Refusal | null {
  return refuseChanging(appointment, now, "MOVE_TOO_LATE");
}

function refuseChanging(
  appointment: Changeable,
  now: Instant,
  tooLate: "CANCELLATION_TOO_LATE" | "MOVE_TOO_LATE",
): Refusal | null {
  const { cancellationNoticeMinutes } = appointment;
  if (appointment.status === "cancelled") return refuse("APPOINTMENT_CANCELLED");
  const isOpen = appointment.status === "scheduled" || appointment.status === "confirmed";
  if (!isOpen || isAtOrAfter(now, appointment.startsAt)) return refuse("APPOINTMENT_OVER");
  if (isAfter(now, changeDeadline(appointment)))
    return refuse(tooLate, { params: { notice: formatDuration(cancellationNoticeMinutes) } });
  return null;
}

function isAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return a.epochMilliseconds > b.epochMilliseconds;
}

function isAtOrAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return a.epochMilliseconds >= b.epochMilliseconds;
}

/** What a patient may still do with an appointment, until when, and why not where not. */
export function changesOf(appointment: Changeable, now: Instant) {
  return { deadline: changeDeadline(appointment), refusal: refuseMoving(appointment, now) };
}
