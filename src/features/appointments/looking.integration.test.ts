import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { at, booking, db, now, patientCaller, thursdayTen } from "./appointments.test-support";

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

  it("shows the doctor the coming fourteen days, without health data", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    await api.appointments.book(booking(association.id));
    await api.appointments.book(booking(association.id, "2026-11-20T15:00:00Z"));
    const doctor = await db.doctor.findUniqueOrThrow({ where: { id: association.doctorId } });
    const agenda = await (await callAs(db, doctor.userId, now)).appointments.agenda();
    expect(agenda).toHaveLength(1);
    expect(JSON.stringify(agenda)).not.toContain("cough");
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
