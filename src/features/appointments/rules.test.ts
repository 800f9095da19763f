import { describe, expect, it } from "vitest";
import { instantOf, parseInstant } from "@/lib/time/instant";
import {
  type AppointmentStatus,
  appointmentStatuses,
  possibleSteps,
  refuseStep,
  type Step,
  type Steppable,
  steps,
  targetOf,
} from "./rules";

const at = (text: string) => parseInstant(text) ?? instantOf(0);

/** Thursday, 10:00 in Chicago, for half an hour. */
const visit = (status: AppointmentStatus, more: Partial<Steppable> = {}): Steppable => ({
  status,
  startsAt: at("2026-10-29T15:00:00Z"),
  endsAt: at("2026-10-29T15:30:00Z"),
  timezone: "America/Chicago",
  cancellationNoticeMinutes: 120,
  isReviewed: false,
  ...more,
});

/** The day before; 5 h before; just before; at start; during; at the end; the last minute of Friday; Saturday. */
const times = [
  "2026-10-28T15:00:00Z",
  "2026-10-29T10:00:00Z",
  "2026-10-29T14:59:59.999Z",
  "2026-10-29T15:00:00Z",
  "2026-10-29T15:10:00Z",
  "2026-10-29T15:30:00Z",
  "2026-10-31T04:59:59Z",
  "2026-10-31T05:00:00Z",
].map(at);

const letters: Record<string, string> = {
  STEP_TOO_EARLY: "e",
  APPOINTMENT_OVER: "o",
  STEP_NOT_POSSIBLE: "x",
  APPOINTMENT_CANCELLED: "c",
  CANCELLATION_TOO_LATE: "l",
  MOVE_TOO_LATE: "l",
  NOT_ALLOWED: "n",
};

const any = "........";
const never = "xxxxxxxx";
type Row = Partial<Record<AppointmentStatus, string>>;

/** One letter for each of the times; statuses that are not named say "not possible". */
const doctors: Record<Step, Row> = {
  confirm: { scheduled: ".....ooo" },
  arrive: { scheduled: "e.......", confirmed: "e......." },
  start: { scheduled: "e.......", confirmed: "e.......", arrived: "e......." },
  complete: { scheduled: "eee.....", confirmed: "eee.....", arrived: "eee.....", in_progress: any },
  no_show: { scheduled: "eee.....", confirmed: "eee....." },
  reopen: {
    arrived: ".......o",
    in_progress: ".......o",
    completed: ".......o",
    no_show: ".......o",
  },
  cancel: { scheduled: any, confirmed: any, arrived: any, in_progress: any },
  move: { scheduled: any, confirmed: any },
  propose: { scheduled: "...ooooo", confirmed: "...ooooo" },
};

const changing: Row = { scheduled: "..looooo", confirmed: "..looooo" };
const patients: Partial<Record<Step, Row>> = {
  cancel: { ...changing, completed: "oooooooo", no_show: "oooooooo" },
  move: { ...changing, completed: "oooooooo", no_show: "oooooooo" },
};

function said(step: Step, who: "patient" | "doctor", appointment: Steppable) {
  return times
    .map((now) => refuseStep(step, who, appointment, now)?.code)
    .map((code) => (code ? letters[code] : "."))
    .join("");
}

const all = steps.flatMap((step) => appointmentStatuses.map((status) => ({ step, status })));

describe("the steps of a visit", () => {
  it.each(all)("doctor: $step from $status", ({ step, status }) => {
    const expected = status === "cancelled" ? "cccccccc" : (doctors[step][status] ?? never);
    expect(said(step, "doctor", visit(status))).toBe(expected);
  });

  it.each(all)("patient: $step from $status", ({ step, status }) => {
    const row = patients[step];
    const expected = !row ? "nnnnnnnn" : status === "cancelled" ? "cccccccc" : row[status];
    expect(said(step, "patient", visit(status))).toBe(expected ?? never);
  });

  it("go back by one, but not once the patient has judged the visit", () => {
    expect(appointmentStatuses.map((status) => targetOf("reopen", status))).toEqual([
      null,
      null,
      "scheduled",
      "arrived",
      "in_progress",
      null,
      "scheduled",
    ]);
    expect(said("reopen", "doctor", visit("completed", { isReviewed: true }))).toBe(never);
  });

  it("lead everywhere from the start and nowhere from the end", () => {
    const now = at("2026-10-29T15:00:00Z");
    expect(possibleSteps(visit("scheduled"), now)).toEqual([
      "confirm",
      "arrive",
      "start",
      "complete",
      "no_show",
      "cancel",
      "move",
    ]);
    expect(possibleSteps(visit("cancelled"), now)).toEqual([]);
  });
});
