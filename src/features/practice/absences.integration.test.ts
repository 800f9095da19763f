import { beforeEach, describe, expect, it } from "vitest";
import { booking, db, patientCaller } from "@/features/appointments/appointments.test-support";
import { resetDatabase } from "@/testing/database";
import { refusalFrom } from "@/testing/refusals";
import { aDay, cancel, dayOff, eleven, keep, nine, ten } from "./changes.test-support";
import type { DecisionInput, ScheduleChangeInput } from "./schema";

beforeEach(resetDatabase);

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
    const told = { where: { notificationType: "proposal_withdrawn" } };
    expect(await db.notification.findMany(told)).toMatchObject([
      {
        title: "Proposed time taken back",
        body: expect.stringContaining("It stays Thu, Oct 29, 9:00 AM, not Thu, Oct 29, 2:00 PM"),
        data: { appointmentId: one },
      },
    ]);
  });
});
