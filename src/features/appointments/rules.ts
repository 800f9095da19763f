import { type Refusal, refuse } from "@/lib/refusal";
import { formatDuration } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import { clinicDateOf } from "@/lib/time/zone";

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

/** Still to take place, and taking place: what the patient must know to come, and to wait. */
export const openStatuses = [
  "scheduled",
  "confirmed",
  "arrived",
  "in_progress",
] as const satisfies AppointmentStatus[];

export function isOpen(status: AppointmentStatus): boolean {
  return (openStatuses as readonly AppointmentStatus[]).includes(status);
}

/** The steps that a doctor takes with one tap. */
export const daySteps = ["confirm", "arrive", "start", "complete", "no_show", "reopen"] as const;
export type DayStep = (typeof daySteps)[number];

export const steps = [...daySteps, "cancel", "move", "propose"] as const;
export type Step = (typeof steps)[number];
/** "platform": an administrator, for a doctor who cannot. */
type Who = "patient" | "doctor" | "platform";

/** What a doctor whose licence has ended still does: close the visits that were, and cancel. */
const closingSteps: readonly Step[] = ["complete", "no_show", "cancel"];

/** Whether a step is open to a doctor with, or without, a licence today. */
export function isStepFor(isLicensed: boolean, step: Step): boolean {
  return isLicensed || closingSteps.includes(step);
}

export type Changeable = {
  status: AppointmentStatus;
  startsAt: Instant;
  /** Minutes before the start until which a patient may move or cancel (PRODUCT.md, Numbers). */
  cancellationNoticeMinutes: number;
};

/** What must be known of an appointment to say which step it can take. */
export type Steppable = Changeable & {
  endsAt: Instant;
  /** The clinic's zone: some steps go by its calendar. */
  timezone: string;
  /** Judged by its patient: what they judged stays. */
  isReviewed: boolean;
};

type When = (appointment: Steppable, now: Instant) => Refusal | null;
type Rule = {
  /** From each status in which the step can be taken, to which it leads. */
  leads: Partial<Record<AppointmentStatus, AppointmentStatus>>;
  may: Partial<Record<Who, When>>;
};

/** A patient who comes early may be in the house this long before the start. */
const earliestHours = 6;

const always: When = () => null;
const afterStart: When = ({ startsAt }, now) =>
  isBefore(now, startsAt) ? refuse("STEP_TOO_EARLY") : null;
const beforeEnd: When = ({ endsAt }, now) =>
  isBefore(now, endsAt) ? null : refuse("APPOINTMENT_OVER");
const beforeStart: When = ({ startsAt }, now) =>
  isBefore(now, startsAt) ? null : refuse("APPOINTMENT_OVER");
/** Only what has not begun: nobody takes a patient out of a visit. */
const whileAhead: When = (appointment, now) =>
  appointment.status === "arrived" || appointment.status === "in_progress"
    ? refuse("STEP_NOT_POSSIBLE")
    : beforeStart(appointment, now);
const onceNear: When = ({ startsAt }, now) =>
  isBefore(now, startsAt.subtract({ hours: earliestHours })) ? refuse("STEP_TOO_EARLY") : null;
/** Who is being seen may be done at any time, even if they came and went before their time. */
const onceSeen: When = (appointment, now) =>
  appointment.status === "in_progress" ? null : afterStart(appointment, now);
/** A slip is put right the same day or the next, by the clinic's calendar. */
const whileFresh: When = ({ endsAt, timezone, isReviewed }, now) => {
  if (isReviewed) return refuse("STEP_NOT_POSSIBLE");
  const lastDay = clinicDateOf(endsAt, timezone).add({ days: 1 }).toString();
  return clinicDateOf(now, timezone).toString() > lastDay ? refuse("APPOINTMENT_OVER") : null;
};

/**
 * The state machine: every step, from where it leads where, who may take it and when. The database
 * knows the same ways (appointment_step), and has the last word. A move and a proposal change no
 * status.
 */
const table: Record<Step, Rule> = {
  confirm: { leads: { scheduled: "confirmed" }, may: { doctor: beforeEnd } },
  arrive: { leads: { scheduled: "arrived", confirmed: "arrived" }, may: { doctor: onceNear } },
  start: {
    leads: { scheduled: "in_progress", confirmed: "in_progress", arrived: "in_progress" },
    may: { doctor: onceNear },
  },
  complete: {
    leads: {
      scheduled: "completed",
      confirmed: "completed",
      arrived: "completed",
      in_progress: "completed",
    },
    may: { doctor: onceSeen },
  },
  no_show: { leads: { scheduled: "no_show", confirmed: "no_show" }, may: { doctor: afterStart } },
  // One step back. A confirmation was for a visit that had not begun.
  reopen: {
    leads: {
      arrived: "scheduled",
      in_progress: "arrived",
      completed: "in_progress",
      no_show: "scheduled",
    },
    may: { doctor: whileFresh },
  },
  cancel: {
    leads: {
      scheduled: "cancelled",
      confirmed: "cancelled",
      arrived: "cancelled",
      in_progress: "cancelled",
    },
    may: { doctor: always, patient: refuseCancelling, platform: whileAhead },
  },
  move: {
    leads: { scheduled: "scheduled", confirmed: "confirmed" },
    may: { doctor: always, patient: refuseMoving },
  },
  propose: {
    leads: { scheduled: "scheduled", confirmed: "confirmed" },
    may: { doctor: beforeStart },
  },
};

/** The status to which a step leads; null where it can't be taken from there. */
export function targetOf(step: Step, status: AppointmentStatus): AppointmentStatus | null {
  return table[step].leads[status] ?? null;
}

/**
 * Whether this one may take a step now: null if so, else NOT_ALLOWED, APPOINTMENT_CANCELLED,
 * APPOINTMENT_OVER, STEP_NOT_POSSIBLE, STEP_TOO_EARLY or, for patients, the notice:
 * CANCELLATION_TOO_LATE and MOVE_TOO_LATE {notice}.
 */
export function refuseStep(
  step: Step,
  who: Who,
  appointment: Steppable,
  now: Instant,
): Refusal | null {
  const when = table[step].may[who];
  if (!when) return refuse("NOT_ALLOWED");
  const { status } = appointment;
  // Patients are told in their own words, from any status.
  if (who === "patient") return when(appointment, now);
  if (status === "cancelled") return refuse("APPOINTMENT_CANCELLED");
  return targetOf(step, status) ? when(appointment, now) : refuse("STEP_NOT_POSSIBLE");
}

/** The steps that the doctor can take now, in the order of a visit. */
export function possibleSteps(appointment: Steppable, now: Instant, isLicensed = true): Step[] {
  return steps.filter(
    (step) => isStepFor(isLicensed, step) && !refuseStep(step, "doctor", appointment, now),
  );
}

/** The last instant at which a patient may still move or cancel. */
export function changeDeadline(appointment: Changeable): Instant {
  return appointment.startsAt.subtract({ minutes: appointment.cancellationNoticeMinutes });
}

/**
 * Whether a patient may still cancel: null if so, else APPOINTMENT_CANCELLED, APPOINTMENT_OVER,
 * STEP_NOT_POSSIBLE once they are there, or CANCELLATION_TOO_LATE {notice}.
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
  const { status, startsAt, cancellationNoticeMinutes } = appointment;
  if (status === "cancelled") return refuse("APPOINTMENT_CANCELLED");
  if (status === "arrived" || status === "in_progress") return refuse("STEP_NOT_POSSIBLE");
  const isStanding = status === "scheduled" || status === "confirmed";
  if (!isStanding || !isBefore(now, startsAt)) return refuse("APPOINTMENT_OVER");
  if (isBefore(changeDeadline(appointment), now))
    return refuse(tooLate, { params: { notice: formatDuration(cancellationNoticeMinutes) } });
  return null;
}

/** Days after the start of a visit for which its doctor sees the health facts that are shared. */
export const healthShownDays = 30;

type Shareable = Pick<Changeable, "status" | "startsAt">;

/** Whether a patient may let the doctor see their health facts now; taking back is always possible. */
export function canShareHealth({ status, startsAt }: Shareable, now: Instant): boolean {
  return isOpen(status) && isBefore(now, startsAt.add({ hours: 24 * healthShownDays }));
}

/** Whether the doctor sees the health facts now; `findVisit` says the same. */
export function isHealthShown(
  { status, startsAt, sharesHealth }: Shareable & { sharesHealth: boolean },
  now: Instant,
): boolean {
  return (
    sharesHealth &&
    (isOpen(status) || status === "completed") &&
    isBefore(now, startsAt.add({ hours: 24 * healthShownDays }))
  );
}

/** Whether a proposal waits for an answer: one whose time has passed is none any more. */
export function isAnswerable(
  { status, startsAt }: { status: string; startsAt: Instant },
  now: Instant,
): boolean {
  return status === "open" && !isPast(startsAt, now);
}

export function isPast(instant: Instant, now: Instant): boolean {
  return !isBefore(now, instant);
}

function isBefore(a: Instant, b: Instant): boolean {
  return a.epochMilliseconds < b.epochMilliseconds;
}

/** What a patient may still do with an appointment, until when, and why not where not. */
export function changesOf(appointment: Changeable, now: Instant) {
  return { deadline: changeDeadline(appointment), refusal: refuseMoving(appointment, now) };
}
