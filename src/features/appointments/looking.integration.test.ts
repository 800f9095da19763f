import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { at, booking, db, patientCaller, thursdayTen } from "./appointments.test-support";

beforeEach(resetDatabase);

describe("looking", () => {
  it("lists upcoming ones soonest first and the rest latest first, in pages", async () => {
    const association = await createAssociation(db);
    const { patient, api } = await patientCaller();
    for (let day = 0; day < 22; day++) {
      const startsAt = at(thursdayTen).add({ hours: 24 * day });
      await api.appointments.book(booking(association.id, startsAt.toString()));
    }
    const first = await api.appointments.list({ when: "upcoming" });
    expect(first.appointments).toHaveLength(20);
    const cursor = first.next && {
      startsAt: first.next.startsAt.toString(),
      id: first.next.id,
    };
    const second = await api.appointments.list({ when: "upcoming", cursor: cursor ?? undefined });
    expect(second.appointments).toHaveLength(2);
    expect(second.next).toBeNull();
    const later = await callAs(db, patient.userId, at("2026-10-30T20:00:00Z"));
    const past = await later.appointments.list({ when: "past" });
    expect(past.appointments.map((row) => row.startsAt.toString())).toEqual([
      "2026-10-30T15:00:00Z",
      "2026-10-29T15:00:00Z",
    ]);
  });

  it("keeps who is there among the upcoming, however late it gets, and no missed one", async () => {
    const association = await createAssociation(db);
    const { patient, api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));
    const listAt = async (time: string) => {
      const later = await callAs(db, patient.userId, at(time));
      return (await later.appointments.list({ when: "upcoming" })).appointments.length;
    };
    const set = (data: object) => db.appointment.update({ where: { id }, data });
    await set({ delayMinutes: 20 });
    expect(await listAt("2026-10-29T15:49:00Z")).toBe(1);
    expect(await listAt("2026-10-29T15:51:00Z")).toBe(0);
    await set({ status: "in_progress" });
    expect(await listAt("2026-10-29T17:00:00Z")).toBe(1);
    expect(await listAt("2026-10-31T15:00:00Z")).toBe(0);
    await set({ status: "completed" });
    expect(await listAt("2026-10-29T15:10:00Z")).toBe(0);
  });

  it("knows before writing whether a time can be had, and whose it is", async () => {
    const association = await createAssociation(db);
    const mine = await patientCaller();
    const time = { associationId: association.id, startsAt: thursdayTen };
    expect(await mine.api.appointments.prepare(time)).toMatchObject({ refusal: null });
    const id = await mine.api.appointments.book(booking(association.id));
    expect(await mine.api.appointments.prepare(time)).toMatchObject({ ownAppointmentId: id });
    const other = await patientCaller();
    expect(await other.api.appointments.prepare(time)).toMatchObject({
      ownAppointmentId: null,
      refusal: { code: "SLOT_TAKEN", nearest: expect.any(Array) },
    });
  });
});
