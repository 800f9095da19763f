import { beforeEach, describe, expect, it } from "vitest";
import { booking, db, patientCaller } from "@/features/appointments/appointments.test-support";
import { resetDatabase } from "@/testing/database";
import { aDay, cancel, dayOff } from "./changes.test-support";

beforeEach(resetDatabase);

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
