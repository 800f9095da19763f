import { beforeEach, describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { resetDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { refusalFrom } from "@/testing/refusals";
import { at, booking, db, patientCaller } from "./appointments.test-support";

beforeEach(resetDatabase);

describe("cancelling", () => {
  it("frees the time, says so to both, and happens once", async () => {
    const association = await createAssociation(db);
    const { api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id));
    const cancel = { appointmentId: id, reason: "Better again" };
    await Promise.all([api.appointments.cancel(cancel), api.appointments.cancel(cancel)]);
    expect(await api.appointments.get({ appointmentId: id })).toMatchObject({
      status: "cancelled",
      calendarSequence: 1,
      isCancelledByPatient: true,
      cancellationReason: "Better again",
    });
    expect(await db.auditEntry.count({ where: { action: "appointment.cancel" } })).toBe(1);
    const other = await patientCaller();
    await other.api.appointments.book(booking(association.id));
  });

  it("and booking of the same time at the same moment do not wait for each other in a circle", async () => {
    const association = await createAssociation(db);
    const deadlocks = async () => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()`;
      return row?.count;
    };
    const before = await deadlocks();
    const acts = await Promise.all(
      ["14:00", "14:30", "15:00", "15:30", "16:00", "16:30"].map(async (time) => {
        const startsAt = `2026-10-29T${time}:00Z`;
        const [mine, other] = [await patientCaller(), await patientCaller()];
        const appointmentId = await mine.api.appointments.book(booking(association.id, startsAt));
        return [
          () => mine.api.appointments.cancel({ appointmentId, reason: "Better again" }),
          () =>
            other.api.appointments
              .book(booking(association.id, startsAt))
              .catch(async (error) => (await refusalFrom(Promise.reject(error))).code),
        ];
      }),
    );
    const outcomes = await Promise.all(acts.flat().map((act) => act()));
    const told = outcomes.filter((outcome) => typeof outcome === "string");
    for (const outcome of told) expect(outcome).toMatch(/^(SLOT_TAKEN|[0-9a-f-]{36})$/);
    expect(await deadlocks()).toBe(before);
  });

  it("refuses another's, and cancelling later than the association allows", async () => {
    const association = await createAssociation(db, { cancellationNoticeMinutes: 24 * 60 });
    const { patient, api } = await patientCaller();
    const id = await api.appointments.book(booking(association.id, "2026-10-30T15:00:00Z"));
    const cancel = { appointmentId: id, reason: "Better again" };
    const stranger = await patientCaller();
    expect((await refusalFrom(stranger.api.appointments.cancel(cancel))).code).toBe("NOT_FOUND");
    const late = await callAs(db, patient.userId, at("2026-10-29T15:00:01Z"));
    expect(await refusalFrom(late.appointments.cancel(cancel))).toMatchObject({
      code: "CANCELLATION_TOO_LATE",
      params: { notice: "24 hours" },
    });
    const over = await callAs(db, patient.userId, at("2026-10-30T15:00:00Z"));
    expect((await refusalFrom(over.appointments.cancel(cancel))).code).toBe("APPOINTMENT_OVER");
  });
});
