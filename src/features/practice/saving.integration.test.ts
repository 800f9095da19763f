import { beforeEach, describe, expect, it } from "vitest";
import { booking, db, now, patientCaller } from "@/features/appointments/appointments.test-support";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { refusalFrom } from "@/testing/refusals";
import type { DecisionInput, ScheduleChangeInput } from "./schema";

beforeEach(resetDatabase);

const [nine, ten, eleven] = ["14:00", "15:00", "16:00"].map((time) => `2026-10-29T${time}:00Z`) as [
  string,
  string,
  string,
];
const reason = "The practice closes at noon";

/** A doctor with appointments at these times, all on Thursday; clinic hours 09:00-17:00. */
async function aDay(times: string[] = [nine, ten, eleven]) {
  const doctor = await createDoctor(db);
  const association = await createAssociation(db, { doctorId: doctor.id });
  const api = await callAs(db, doctor.userId, now);
  const patients = await Promise.all(times.map(() => patientCaller()));
  const ids: string[] = [];
  for (const [index, time] of times.entries()) {
    const patient = patients[index] ?? expect.fail();
    ids.push(await patient.api.appointments.book(booking(association.id, time)));
  }
  const hours = (window: string | null, expectedRevision = 0): ScheduleChangeInput => ({
    kind: "hours",
    associationId: association.id,
    expectedRevision,
    hours: window
      ? Object.fromEntries(
          ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [day, [window]]),
        )
      : {},
    durationMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    noticeMinutes: 120,
    horizonDays: 60,
    cancellationNoticeMinutes: 120,
    maxPerDay: null,
  });
  return { doctor, association, api, patients, ids, hours };
}

const dayOff: ScheduleChangeInput = {
  kind: "exception",
  associationId: null,
  exception: "time_off",
  firstDate: "2026-10-29",
  lastDate: "2026-10-29",
  windows: [],
  note: "Conference",
};
const keep = (appointmentId: string): DecisionInput => ({ appointmentId, choice: "keep" });
const cancel = (appointmentId: string): DecisionInput => ({
  appointmentId,
  choice: "cancel",
  reason,
});
const rowOf = (id = "") => db.appointment.findUniqueOrThrow({ where: { id } });

describe("a change of hours", () => {
  it("shows whom it affects, and what they could be offered, without two the same", async () => {
    const { api, ids, hours } = await aDay();
    const { affected } = await api.practice.preview({ change: hours("13:00-17:00") });
    expect(affected.map(({ appointmentId }) => appointmentId)).toEqual(ids);
    expect(affected[0]).toMatchObject({ startsAt: nine, mayKeep: true, status: "scheduled" });
    expect(affected[0]?.suggested).toBe("2026-10-29T18:00:00Z");
    const suggested = affected.map((one) => one.suggested);
    expect(new Set(suggested).size).toBe(3);
  });

  it("keeps one, cancels one and proposes to one, in one go", async () => {
    const { api, ids, hours, patients, association } = await aDay();
    const change = hours("13:00-17:00");
    const { affected } = await api.practice.preview({ change });
    const decisions: DecisionInput[] = [
      keep(ids[0] ?? ""),
      cancel(ids[1] ?? ""),
      {
        appointmentId: ids[2] ?? "",
        choice: "propose",
        startsAt: affected[2]?.suggested ?? "",
        reason,
      },
    ];
    await api.practice.save({ change, decisions });
    await api.practice.save({ change, decisions });
    const rows = await Promise.all(ids.map(rowOf));
    expect(rows.map(({ status }) => status)).toEqual(["scheduled", "cancelled", "scheduled"]);
    expect(rows[2]?.startsAt).toEqual(new Date(eleven));
    expect(rows[1]?.cancellationReason).toBe(reason);
    const stored = await db.doctorClinic.findUniqueOrThrow({ where: { id: association.id } });
    expect(stored).toMatchObject({ revision: 1, availableDays: [1, 2, 3, 4, 5] });
    const proposal = await patients[2]?.api.appointments.proposal({ appointmentId: ids[2] ?? "" });
    expect(proposal).toMatchObject({ reason });
    const [record] = await db.auditEntry.findMany({ where: { action: "schedule.hours" } });
    expect(record?.details).toMatchObject({ kept: 1, cancelled: 1, proposed: 1 });
    const told = await db.notification.groupBy({ by: ["notificationType"], _count: true });
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ notificationType: "appointment_proposed", _count: 1 }),
        expect.objectContaining({ notificationType: "appointment_cancelled", _count: 1 }),
      ]),
    );
  });

  it("needs a decision about each: none is saved without, not even of who booked since", async () => {
    const { api, ids, hours, association } = await aDay();
    const change = hours(null);
    const late = await patientCaller();
    await late.api.appointments.book(booking(association.id, "2026-10-29T18:00:00Z"));
    const save = api.practice.save({ change, decisions: ids.map(cancel) });
    expect((await refusalFrom(save)).code).toBe("DECISIONS_NEEDED");
    const rows = await Promise.all(ids.map(rowOf));
    expect(rows.every(({ status }) => status === "scheduled")).toBe(true);
  });

  it("is refused from a page that is out of date, and by another's doctor", async () => {
    const { api, hours } = await aDay([]);
    await api.practice.save({ change: hours("13:00-17:00"), decisions: [] });
    const stale = api.practice.save({ change: hours("14:00-17:00"), decisions: [] });
    expect((await refusalFrom(stale)).code).toBe("CHANGED_MEANWHILE");
    const stranger = await callAs(db, (await createDoctor(db)).userId, now);
    const stolen = stranger.practice.save({ change: hours("14:00-17:00", 1), decisions: [] });
    expect((await refusalFrom(stolen)).code).toBe("NOT_FOUND");
    const peek = stranger.practice.preview({ change: hours("14:00-17:00", 1) });
    expect((await refusalFrom(peek)).code).toBe("NOT_FOUND");
  });

  it("takes nothing back where a proposed time is gone meanwhile: all of it is refused", async () => {
    const { api, ids, hours, association } = await aDay([nine, ten]);
    const change = hours("13:00-17:00");
    const gone = "2026-10-29T18:00:00Z";
    const other = await patientCaller();
    await other.api.appointments.book(booking(association.id, gone));
    const decisions: DecisionInput[] = [
      cancel(ids[0] ?? ""),
      { appointmentId: ids[1] ?? "", choice: "propose", startsAt: gone },
    ];
    expect(await refusalFrom(api.practice.save({ change, decisions }))).toMatchObject({
      code: "SLOT_TAKEN",
      params: { appointmentId: ids[1] },
    });
    expect((await rowOf(ids[0])).status).toBe("scheduled");
  });

  it("is refused where it meets the hours at another clinic", async () => {
    const { api, doctor, hours } = await aDay([]);
    const evening = { thursday: ["18:00-20:00"] };
    await createAssociation(db, { doctorId: doctor.id, availableTimeSlots: evening });
    const change = hours("13:00-19:00");
    expect((await refusalFrom(api.practice.preview({ change }))).code).toBe("HOURS_COLLIDE");
    const save = api.practice.save({ change, decisions: [] });
    expect((await refusalFrom(save)).code).toBe("HOURS_COLLIDE");
  });
});

describe("time off, other hours and blocked time", () => {
  it("go the same way, once however often sent", async () => {
    const { api, ids } = await aDay([nine]);
    const { affected } = await api.practice.preview({ change: dayOff });
    expect(affected.map(({ nearest }) => nearest.length)).toEqual([4]);
    const decisions = ids.map(keep);
    await Promise.all([1, 2].map(() => api.practice.save({ change: dayOff, decisions })));
    const { exceptions } = await api.practice.timeOff();
    expect(exceptions).toMatchObject([{ kind: "time_off", note: "Conference", clinicName: null }]);
    expect((await api.practice.preview({ change: dayOff })).affected).toEqual([]);
  });

  it("are changed and removed, with consequences; a stale page is told", async () => {
    const { api, ids, association } = await aDay([]);
    const extra: ScheduleChangeInput = {
      ...dayOff,
      kind: "exception",
      associationId: association.id,
      exception: "extra_hours",
      windows: ["18:00-20:00"],
    };
    await api.practice.save({ change: extra, decisions: [] });
    const [first] = (await api.practice.timeOff()).exceptions;
    const { api: patient } = await patientCaller();
    ids.push(await patient.appointments.book(booking(association.id, "2026-10-29T23:00:00Z")));
    const exceptionId = first?.id ?? "";
    const removal = { kind: "remove_exception" as const, exceptionId };
    expect((await api.practice.preview({ change: removal })).affected).toHaveLength(1);
    const change = { ...extra, exceptionId, windows: ["18:00-21:00"] };
    expect((await api.practice.preview({ change })).affected).toEqual([]);
    await api.practice.save({ change, decisions: [] });
    const stale = api.practice.save({ change, decisions: [] });
    expect((await refusalFrom(stale)).code).toBe("CHANGED_MEANWHILE");
    const gone = api.practice.save({ change: removal, decisions: [] });
    expect((await refusalFrom(gone)).code).toBe("NOT_FOUND");
    const [second] = (await api.practice.timeOff()).exceptions;
    const last = { ...removal, exceptionId: second?.id ?? "" };
    await api.practice.save({ change: last, decisions: ids.map(cancel) });
    expect((await api.practice.timeOff()).exceptions).toEqual([]);
  });

  it("have one set of other hours for a day", async () => {
    const { api, association } = await aDay([]);
    const other = (windows: string[]): ScheduleChangeInput => ({
      ...dayOff,
      kind: "exception",
      associationId: association.id,
      exception: "other_hours",
      windows,
    });
    await api.practice.save({ change: other(["09:00-12:00"]), decisions: [] });
    const more = api.practice.save({ change: other(["14:00-16:00"]), decisions: [] });
    expect((await refusalFrom(more)).code).toBe("EXCEPTION_OVERLAPS");
  });

  it("refuses nonsense at its field", async () => {
    const { api } = await aDay([]);
    const bad = [
      { ...dayOff, lastDate: "2026-10-28" },
      { ...dayOff, exception: "other_hours" as const },
      { ...dayOff, exception: "extra_hours" as const, windows: ["12:00-12:00"] },
      { ...dayOff, lastDate: "2029-10-28" },
      { kind: "block" as const, startsAt: ten, endsAt: nine, note: "" },
    ];
    for (const change of bad) {
      const refusal = await refusalFrom(api.practice.preview({ change } as never));
      expect(refusal).toMatchObject({ code: "INVALID_INPUT", fields: expect.anything() });
    }
  });

  it("blocks a stretch, and takes several days off at once", async () => {
    const { api, ids } = await aDay([ten]);
    const block = { kind: "block" as const, startsAt: nine, endsAt: eleven, note: "Meeting" };
    expect((await api.practice.preview({ change: block })).affected).toHaveLength(1);
    const decisions = ids.map(keep);
    await Promise.all([1, 2].map(() => api.practice.save({ change: block, decisions })));
    expect(await db.blockedTime.count()).toBe(1);
    const days = ["2026-11-26", "2026-12-25"].map((date) => ({ date, note: "Holiday" }));
    const daysOff = { kind: "days_off" as const, associationId: null, days };
    await api.practice.save({ change: daysOff, decisions: [] });
    await api.practice.save({ change: daysOff, decisions: [] });
    const { exceptions, clinics } = await api.practice.timeOff();
    expect(exceptions.map(({ firstDate }) => firstDate)).toEqual(["2026-11-26", "2026-12-25"]);
    const off = clinics[0]?.holidays.filter(({ isOff }) => isOff).map(({ date }) => date);
    expect(off).toEqual(["2026-11-26", "2026-12-25"]);
  });
});

describe("being away", () => {
  it.each<[string, (associationId: string) => ScheduleChangeInput]>([
    ["a day off", () => dayOff],
    [
      "several",
      () => ({
        kind: "days_off",
        associationId: null,
        days: [{ date: "2026-10-29", note: "" }],
      }),
    ],
    ["a block", () => ({ kind: "block", startsAt: nine, endsAt: eleven, note: "" })],
    [
      "leave",
      (associationId) => ({
        kind: "status",
        associationId,
        expectedRevision: 0,
        status: "on_leave",
        endDate: null,
      }),
    ],
  ])("asks about who stood outside hours already: %s", async (_, changeOf) => {
    const { api, ids, association, hours } = await aDay([ten]);
    const decisions = ids.map(keep);
    await api.practice.save({ change: hours("15:00-17:00"), decisions });
    const asked = changeOf(association.id);
    const change = asked.kind === "status" ? { ...asked, expectedRevision: 1 } : asked;
    const { affected } = await api.practice.preview({ change });
    expect(affected).toMatchObject([{ appointmentId: ids[0], mayKeep: true }]);
    const save = api.practice.save({ change, decisions: [] });
    expect((await refusalFrom(save)).code).toBe("DECISIONS_NEEDED");
    await api.practice.save({ change, decisions });
    const more = { ...dayOff, firstDate: "2026-10-28" };
    expect((await api.practice.preview({ change: more })).affected).toEqual([]);
  });
});

describe("what the doctor has proposed", () => {
  it("is taken back where the change closes its time, and stays where not", async () => {
    const { api, ids, hours } = await aDay([nine, ten]);
    const [one = "", other = ""] = ids;
    const propose = (appointmentId: string, startsAt: string): DecisionInput => ({
      appointmentId,
      choice: "propose",
      startsAt,
    });
    const decisions = [
      propose(one, "2026-10-29T19:00:00Z"),
      propose(other, "2026-10-30T19:00:00Z"),
    ];
    await api.practice.save({ change: hours("13:00-17:00"), decisions });
    await api.practice.save({ change: dayOff, decisions: [keep(one), keep(other)] });
    const rows = await db.appointmentProposal.findMany({ orderBy: { startsAt: "asc" } });
    expect(rows).toMatchObject([
      { appointmentId: one, status: "withdrawn", answeredAt: expect.anything() },
      { appointmentId: other, status: "open" },
    ]);
  });
});

describe("a practice with hundreds of appointments", () => {
  it("can be left at once", async () => {
    const { api, association, doctor } = await aDay([]);
    const { id: patientId } = (await patientCaller()).patient;
    const first = Date.parse("2026-11-02T00:00:00Z");
    await db.appointment.createMany({
      data: Array.from({ length: 600 }, (_, index) => ({
        patientId,
        doctorId: doctor.id,
        doctorClinicId: association.id,
        startsAt: new Date(first + index * 1_800_000),
        endsAt: new Date(first + (index + 1) * 1_800_000),
        timezone: "UTC",
      })),
    });
    const change: ScheduleChangeInput = {
      kind: "status",
      associationId: association.id,
      expectedRevision: 0,
      status: "on_leave",
      endDate: null,
    };
    const { affected } = await api.practice.preview({ change });
    expect(affected).toHaveLength(600);
    const decisions = affected.map(({ appointmentId }) => cancel(appointmentId));
    await api.practice.save({ change, decisions });
    expect(await db.appointment.count({ where: { status: "cancelled" } })).toBe(600);
  }, 60_000);
});

describe("ending and leaving", () => {
  const status = (associationId: string, more: object) => ({
    kind: "status" as const,
    associationId,
    expectedRevision: 0,
    endDate: null,
    ...more,
  });

  it("can't keep what lies after the last day, and goes on until then", async () => {
    const { api, ids, association } = await aDay([nine, "2026-11-05T15:00:00Z"]);
    const change = status(association.id, { status: "ended", endDate: "2026-11-01" } as const);
    const { affected } = await api.practice.preview({ change: change as never });
    expect(affected).toMatchObject([{ appointmentId: ids[1], mayKeep: false }]);
    const kept = api.practice.save({ change: change as never, decisions: ids.map(keep) });
    expect((await refusalFrom(kept)).code).toBe("DECISIONS_NEEDED");
    await api.practice.save({ change: change as never, decisions: ids.map(cancel) });
    expect((await rowOf(ids[0])).status).toBe("scheduled");
    expect(
      await db.doctorClinic.findUniqueOrThrow({ where: { id: association.id } }),
    ).toMatchObject({ status: "active", endDate: new Date("2026-11-01") });
  });

  it("asks again about who still stands after the last day, at each save", async () => {
    const { api, ids, association, hours } = await aDay(["2026-11-05T15:00:00Z"]);
    const ended = (endDate: string, expectedRevision: number) =>
      status(association.id, { status: "ended", endDate, expectedRevision }) as never;
    const [appointmentId = ""] = ids;
    const propose: DecisionInput = {
      appointmentId,
      choice: "propose",
      startsAt: "2026-10-30T15:00:00Z",
      reason,
    };
    await api.practice.save({ change: ended("2026-11-01", 0), decisions: [propose] });
    await api.practice.save({ change: ended("2026-11-01", 0), decisions: [propose] });
    for (const last of ["2026-11-01", "2026-10-31"]) {
      const { affected } = await api.practice.preview({ change: ended(last, 1) });
      expect(affected).toMatchObject([{ appointmentId, mayKeep: false }]);
    }
    const shown = await api.practice.association({ associationId: association.id });
    expect(shown).toMatchObject({ endDate: "2026-11-01", lastUpcomingDate: "2026-11-05" });
    const leave = status(association.id, {
      status: "on_leave",
      endDate: "2026-11-01",
      expectedRevision: 1,
    }) as never;
    expect((await api.practice.preview({ change: leave })).affected).toMatchObject([
      { appointmentId, mayKeep: false },
    ]);
    const { affected } = await api.practice.preview({ change: hours("09:00-17:00", 1) });
    expect(affected).toEqual([]);
  });

  it("is refused to go on into the hours at another clinic", async () => {
    const { api, doctor, association } = await aDay([]);
    const last = new Date("2026-11-01");
    await db.doctorClinic.update({ where: { id: association.id }, data: { endDate: last } });
    await createAssociation(db, { doctorId: doctor.id, startDate: new Date("2026-11-10") });
    const longer = [
      { status: "active" },
      { status: "on_leave" },
      { status: "ended", endDate: "2026-11-30" },
    ];
    for (const more of longer) {
      const change = status(association.id, { ...more, expectedRevision: 1 }) as never;
      expect((await refusalFrom(api.practice.preview({ change }))).code).toBe("HOURS_COLLIDE");
    }
    const stays = status(association.id, {
      status: "ended",
      endDate: "2026-11-05",
      expectedRevision: 1,
    });
    await api.practice.save({ change: stays as never, decisions: [] });
  });

  it("is refused to begin earlier, in the hours at another clinic", async () => {
    const { api, doctor, association } = await aDay([]);
    const startDate = new Date("2026-12-01");
    await db.doctorClinic.update({ where: { id: association.id }, data: { startDate } });
    await createAssociation(db, { doctorId: doctor.id, endDate: new Date("2026-11-30") });
    const begin = (day: string) =>
      api.practice.updateAssociation({
        associationId: association.id,
        expectedRevision: 1,
        answers: {
          fee: null,
          department: "",
          designation: "",
          isPrimary: false,
          isBookingEnabled: true,
          startDate: day,
        },
      });
    expect((await refusalFrom(begin("2026-11-16"))).code).toBe("HOURS_COLLIDE");
    await begin("2026-12-02");
  });

  it("is over at once where the last day comes before the first", async () => {
    const { api, association } = await aDay([]);
    const startDate = new Date("2026-12-01");
    await db.doctorClinic.update({ where: { id: association.id }, data: { startDate } });
    const of = (more: object) =>
      status(association.id, { endDate: "2026-11-05", expectedRevision: 1, ...more }) as never;
    const active = api.practice.save({ change: of({ status: "active" }), decisions: [] });
    expect((await refusalFrom(active)).fields).toEqual({ endDate: "endBeforeStart" });
    await api.practice.save({ change: of({ status: "ended" }), decisions: [] });
    const row = await db.doctorClinic.findUniqueOrThrow({ where: { id: association.id } });
    expect(row).toMatchObject({ status: "ended", endDate: startDate });
  });

  it("has ended where the last day is over", async () => {
    const { api, association } = await aDay([]);
    const change = status(association.id, { status: "ended", endDate: "2026-10-27" });
    await api.practice.save({ change: change as never, decisions: [] });
    const again = { ...change, expectedRevision: 1, status: "active" };
    const back = api.practice.save({ change: again as never, decisions: [] });
    expect((await refusalFrom(back)).code).toBe("ASSOCIATION_ENDED");
  });

  it("on leave shows all that is ahead, and lets it be kept", async () => {
    const { api, ids, association } = await aDay([nine, "2026-11-05T15:00:00Z"]);
    const change = status(association.id, { status: "on_leave" }) as never;
    const { affected } = await api.practice.preview({ change });
    expect(affected.map(({ mayKeep, nearest }) => [mayKeep, nearest])).toEqual([
      [true, []],
      [true, []],
    ]);
    await api.practice.save({ change, decisions: ids.map(keep) });
    const back = status(association.id, { status: "active", expectedRevision: 1 }) as never;
    await api.practice.save({ change: back, decisions: [] });
    const stored = await db.doctorClinic.findUniqueOrThrow({ where: { id: association.id } });
    expect(stored).toMatchObject({ status: "active", endDate: null });
  });
});

describe("while patients are at it", () => {
  it("lets no booking fall out silently", async () => {
    const { api, association } = await aDay([]);
    const patients = await Promise.all(Array.from({ length: 8 }, () => patientCaller()));
    const times = Array.from({ length: 8 }, (_, index) => 15 + Math.floor(index / 2)).map(
      (hour, index) => `2026-10-29T${hour}:${index % 2 ? "30" : "00"}:00Z`,
    );
    const outcomes = await Promise.allSettled([
      ...patients.map((one, index) =>
        one.api.appointments.book(booking(association.id, times[index])),
      ),
      api.practice.save({ change: dayOff, decisions: [] }),
    ]);
    const booked = outcomes.slice(0, 8).filter(({ status }) => status === "fulfilled").length;
    const isSaved = outcomes[8]?.status === "fulfilled";
    // Whoever came first: either someone had booked and nothing is saved, or nobody could any more.
    expect(isSaved ? booked : booked > 0).toBe(isSaved ? 0 : true);
    expect(await db.scheduleException.count()).toBe(isSaved ? 1 : 0);
  });

  it("waits for nobody in a circle: they cancel and move what the doctor decides about", async () => {
    const times = Array.from({ length: 12 }, (_, index) => {
      const minutes = 14 * 60 + index * 30;
      const hour = String(Math.floor(minutes / 60)).padStart(2, "0");
      return `2026-10-29T${hour}:${minutes % 60 ? "30" : "00"}:00Z`;
    });
    const { api, ids, patients } = await aDay(times);
    const decisions = ids.map(cancel);
    const moveTo = (index: number) =>
      `2026-10-30T${String(14 + (index % 8)).padStart(2, "0")}:00:00Z`;
    const outcomes = await Promise.allSettled([
      api.practice.save({ change: dayOff, decisions }),
      ...patients.map((one, index) =>
        index % 2
          ? one.api.appointments.cancel({ appointmentId: ids[index] ?? "", reason: "Not well" })
          : one.api.appointments.move({
              appointmentId: ids[index] ?? "",
              startsAt: moveTo(index),
              expectedSequence: 0,
            }),
      ),
    ]);
    expect(outcomes[0]?.status).toBe("fulfilled");
    const left = await db.appointment.findMany({
      where: {
        status: { in: ["scheduled", "confirmed"] },
        startsAt: { gte: new Date("2026-10-29T05:00:00Z"), lt: new Date("2026-10-30T05:00:00Z") },
      },
    });
    expect(left).toEqual([]);
  });
});
