import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/features/appointments/appointments.test-support";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { refusalFrom } from "@/testing/refusals";
import { aDay, cancel, keep, nine, reason, rowOf } from "./changes.test-support";
import type { DecisionInput } from "./schema";

beforeEach(resetDatabase);

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
