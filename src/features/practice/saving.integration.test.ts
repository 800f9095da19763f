import { beforeEach, describe, expect, it } from "vitest";
import { booking, db, now, patientCaller } from "@/features/appointments/appointments.test-support";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { refusalFrom } from "@/testing/refusals";
import { aDay, cancel, eleven, keep, nine, reason, rowOf, ten } from "./changes.test-support";
import type { DecisionInput, ScheduleChangeInput } from "./schema";

beforeEach(resetDatabase);

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
