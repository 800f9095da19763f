import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { refusalFrom } from "@/testing/refusals";
import { at, booking, db, patientCaller, thursdayTen } from "./appointments.test-support";

beforeEach(resetDatabase);

describe("moving", () => {
  it("keeps the appointment, raises the sequence, frees the old time", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));
    const move = { appointmentId: id, startsAt: "2026-10-29T15:30:00Z", expectedSequence: 0 };
    await api.appointments.move(move);
    await api.appointments.move(move);
    expect(await api.appointments.get({ appointmentId: id })).toMatchObject({
      id,
      calendarSequence: 1,
      startsAt: at("2026-10-29T15:30:00Z"),
    });
    const other = await patientCaller();
    await other.api.appointments.book(booking(association.id));
    const back = { appointmentId: id, startsAt: thursdayTen, expectedSequence: 1 };
    expect(await refusalFrom(api.appointments.move(back))).toMatchObject({
      code: "SLOT_TAKEN",
      nearest: expect.arrayContaining(["2026-10-29T14:30:00Z"]),
    });
  });

  it("may move onto part of its own old time", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));
    await db.doctorClinic.update({
      where: { id: association.id },
      data: { consultationDurationMinutes: 20 },
    });
    const move = { appointmentId: id, startsAt: "2026-10-29T15:20:00Z", expectedSequence: 0 };
    await api.appointments.move(move);
    const row = await db.appointment.findUniqueOrThrow({ where: { id } });
    expect(row.durationMinutes).toBe(20);
  });

  it("refuses a stale page, another's appointment, and moving too late", async () => {
    const association = await createAssociation(db);
    const { patient, api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));
    const stale = { appointmentId: id, startsAt: "2026-10-29T16:00:00Z", expectedSequence: 7 };
    expect((await refusalFrom(api.appointments.move(stale))).code).toBe("APPOINTMENT_CHANGED");
    const stranger = await patientCaller();
    const right = { ...stale, expectedSequence: 0 };
    expect((await refusalFrom(stranger.api.appointments.move(right))).code).toBe("NOT_FOUND");
    const late = await callAs(db, patient.userId, at("2026-10-29T13:00:01Z"));
    expect(await refusalFrom(late.appointments.move(right))).toMatchObject({
      code: "MOVE_TOO_LATE",
      params: { notice: "2 hours" },
    });
  });

  it("refuses a time at which the patient is elsewhere", async () => {
    const [one, two] = [await createAssociation(db), await createAssociation(db)];
    const { api } = await patientCaller();
    const id = await api.appointments.book(booking(one.id));
    await api.appointments.book(booking(two.id, "2026-10-29T16:00:00Z"));
    const move = { appointmentId: id, startsAt: "2026-10-29T16:00:00Z", expectedSequence: 0 };
    expect(await refusalFrom(api.appointments.move(move))).toMatchObject({
      code: "PATIENT_BUSY",
      nearest: expect.any(Array),
    });
  });

  it("lets one of many win a slot that some book and others move to", async () => {
    const association = await createAssociation(db);
    const target = "2026-10-30T15:00:00Z";
    const movers = await Promise.all(
      ["14:00", "14:30", "16:00", "16:30"].map(async (time) => {
        const { api } = await patientCaller();
        const id = await api.appointments.book(booking(association.id, `2026-10-29T${time}:00Z`));
        return () =>
          api.appointments.move({ appointmentId: id, startsAt: target, expectedSequence: 0 });
      }),
    );
    const bookers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { api } = await patientCaller();
        return () => api.appointments.book(booking(association.id, target));
      }),
    );
    const outcomes = await Promise.allSettled([...movers, ...bookers].map((act) => act()));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect((await refusalFrom(Promise.reject(outcome.reason))).code).toBe("SLOT_TAKEN");
  });
});
