import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInsideHours } from "@/features/schedules/rules";
import { schedule } from "@/features/schedules/schedule.test-support";
import { type WeeklyHours, weekdays } from "@/features/schedules/template";
import type { AppointmentId, AssociationId } from "@/lib/ids";
import { instantOf } from "@/lib/time/instant";
import type { Interval } from "@/lib/time/interval";
import { fromEpochDay } from "@/lib/time/plain-date";
import { affectedBy, applyChange, type Scheduled, type StoredException } from "./change-rules";
import type { ScheduleChange } from "./schema";

const DAY = 86_400_000;
// Sunday, 25 October 2026: in its week clocks change in Berlin, a week later in Chicago.
const firstDay = 20_751;

const [here, there] = ["a", "b"] as AssociationId[] as [AssociationId, AssociationId];
const windowTexts = ["09:00-12:00", "13:00-17:00", "10:00-11:00", "20:00-24:00", "00:00-24:00"];
const hours = fc
  .uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 })
  .chain((days) =>
    fc
      .constantFrom(...windowTexts.slice(0, 3))
      .map((window): WeeklyHours => Object.fromEntries(days.map((day) => [day, [window]]))),
  );
const day = fc.integer({ min: firstDay - 1, max: firstDay + 13 });
const place = fc.constantFrom(here, there, null);
const instant = fc
  .integer({ min: firstDay * 48, max: (firstDay + 13) * 48 })
  .map((half) => instantOf(half * (DAY / 48)));

const exception = fc
  .record({
    kind: fc.constant("exception" as const),
    associationId: place,
    exception: fc.constantFrom("time_off" as const, "other_hours" as const, "extra_hours" as const),
    first: day,
    days: fc.nat(3),
    window: fc.constantFrom(...windowTexts),
  })
  .map(({ exception: kind, first, days, window, ...rest }) => ({
    ...rest,
    exception: kind,
    firstDate: fromEpochDay(first),
    lastDate: fromEpochDay(first + days),
    windows: kind === "time_off" ? [] : [window],
    note: "",
  }));

const change: fc.Arbitrary<ScheduleChange> = fc.oneof(
  exception,
  fc.record({
    kind: fc.constant("hours" as const),
    associationId: fc.constantFrom(here, there),
    expectedRevision: fc.constant(0),
    hours,
    durationMinutes: fc.constant(30),
    bufferBeforeMinutes: fc.constant(0),
    bufferAfterMinutes: fc.constant(0),
    noticeMinutes: fc.constant(0),
    horizonDays: fc.constant(60),
    cancellationNoticeMinutes: fc.constant(0),
    maxPerDay: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("days_off" as const),
    associationId: place,
    days: fc.array(fc.record({ date: day.map(fromEpochDay), note: fc.constant("") }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({
    kind: fc.constant("status" as const),
    associationId: fc.constantFrom(here, there),
    expectedRevision: fc.constant(0),
    status: fc.constantFrom("on_leave" as const, "ended" as const),
    endDate: day.map(fromEpochDay),
  }),
  fc
    .record({ startsAt: instant, halves: fc.integer({ min: 1, max: 20 }) })
    .map(({ startsAt, halves }) => ({
      kind: "block" as const,
      startsAt,
      endsAt: startsAt.add({ minutes: halves * 30 }),
      note: "",
    })),
);

const world = fc.record({
  hours: fc.tuple(hours, hours),
  zones: fc.tuple(
    fc.constantFrom("America/Chicago", "Europe/Berlin"),
    fc.constantFrom("Asia/Kathmandu", "Europe/Berlin"),
  ),
  earlier: fc.array(exception, { maxLength: 2 }),
  change,
  appointments: fc.array(
    fc.record({
      at: instant,
      associationId: fc.constantFrom(here, there),
      length: fc.constantFrom(1, 2),
    }),
    { maxLength: 40 },
  ),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function play({ hours: [one, other], zones, earlier, change: changing, appointments }: World) {
  const untouched: Scheduled[] = [
    { id: here, facts: schedule(zones[0], one) },
    { id: there, facts: schedule(zones[1], other) },
  ];
  const before = earlier.reduce((all, one) => applyChange(all, one, null), untouched);
  const after = applyChange(before, changing, null);
  const standing = appointments.map(({ at, associationId, length }, index) => ({
    id: String(index) as AppointmentId,
    associationId,
    startMs: at.epochMilliseconds,
    endMs: at.add({ minutes: 30 * length }).epochMilliseconds,
  }));
  return { before, after, standing };
}

/** Whether the doctor is away at the visit: here no window runs past midnight into a day off. */
function isAbsence(
  one: ScheduleChange,
  at: AssociationId,
  date: string,
  { startMs, endMs }: Interval,
): boolean {
  if (one.kind === "block")
    return one.startsAt.epochMilliseconds < endMs && startMs < one.endsAt.epochMilliseconds;
  if (one.kind === "status") return one.status === "on_leave" && one.associationId === at;
  const isHere =
    !("associationId" in one) || one.associationId === null || one.associationId === at;
  if (!isHere) return false;
  if (one.kind === "days_off") return one.days.some((off) => off.date.toString() === date);
  if (one.kind !== "exception" || one.exception !== "time_off") return false;
  return one.firstDate.toString() <= date && date <= one.lastDate.toString();
}

const factsOf = (all: Scheduled[], id: AssociationId) =>
  all.find((one) => one.id === id)?.facts ?? expect.fail();

describe("whom a change affects", () => {
  it("is who was inside hours and would not be, who is after the end, and who is left alone", () => {
    fc.assert(
      fc.property(world, (given) => {
        const { before, after, standing } = play(given);
        const { change: changing } = given;
        const ended = changing.kind === "status" ? changing : null;
        const expected = standing.filter(({ associationId, ...visit }) => {
          const zone = factsOf(before, associationId).timezone;
          const date = instantOf(visit.startMs).toZonedDateTimeISO(zone).toPlainDate().toString();
          const isLost =
            ended?.associationId === associationId && date > (ended.endDate?.toString() ?? "9");
          const isIn = isInsideHours(factsOf(after, associationId), visit);
          const wasIn = isInsideHours(factsOf(before, associationId), visit);
          const isAwayBefore = given.earlier.some((one) =>
            isAbsence(one, associationId, date, visit),
          );
          const isLeft = !isAwayBefore && isAbsence(changing, associationId, date, visit);
          return !isIn && (isLost || wasIn || isLeft);
        });
        const found = affectedBy(before, after, standing, changing);
        expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 400 },
    );
  });

  it("is nobody once an exception is taken back: the schedule is as it was before", () => {
    fc.assert(
      fc.property(world, exception, (given, more) => {
        const { before, standing } = play(given);
        const with_ = applyChange(before, more, null);
        const [added] = factsOf(with_, more.associationId ?? here).exceptions.slice(-1);
        const stored: StoredException = {
          associationId: more.associationId,
          facts: added ?? expect.fail(),
        };
        const removal = { kind: "remove_exception" as const, exceptionId: "" };
        const again = applyChange(with_, removal, stored);
        expect(affectedBy(before, again, standing, removal)).toEqual([]);
        expect(affectedBy(again, before, standing, removal)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("is who was put beside a night that is off, on the clinic's date or the window's", () => {
    const friday = firstDay + 5;
    const all = [{ id: here, facts: schedule("UTC", { friday: ["22:00-02:00"] }) }];
    // At 01:45 on Saturday, beyond the window's end; and at noon on Friday.
    const late = (friday + 1) * DAY + 105 * 60_000;
    const noon = friday * DAY + 12 * 3_600_000;
    const visits = [late, noon].map((startMs, index) => {
      const id = String(index) as AppointmentId;
      return { id, associationId: here, startMs, endMs: startMs + 1_800_000 };
    });
    const dayOff = (day: number) => ({
      kind: "days_off" as const,
      associationId: here,
      days: [{ date: fromEpochDay(day), note: "" }],
    });
    const off = applyChange(all, dayOff(friday), null);
    const found = affectedBy(all, off, visits, dayOff(friday));
    expect(found.map(({ id }) => id)).toEqual(["0", "1"]);
    const again = applyChange(off, dayOff(friday), null);
    expect(affectedBy(off, again, visits, dayOff(friday))).toEqual([]);
  });

  it("leaves alone who is at a clinic that the change is not about", () => {
    const all = [
      { id: here, facts: schedule("UTC", { monday: ["09:00-17:00"] }) },
      { id: there, facts: schedule("UTC", { monday: ["09:00-17:00"] }) },
    ];
    const monday = (firstDay + 1) * DAY + 10 * 3_600_000;
    const visit = { id: "1" as AppointmentId, startMs: monday, endMs: monday + 1_800_000 };
    const leave = {
      kind: "status",
      associationId: here,
      expectedRevision: 0,
      status: "on_leave",
      endDate: null,
    } as const;
    const after = applyChange(all, leave, null);
    expect(affectedBy(all, after, [{ ...visit, associationId: there }], leave)).toEqual([]);
    expect(affectedBy(all, after, [{ ...visit, associationId: here }], leave)).toMatchObject([
      { mayKeep: true },
    ]);
  });
});
