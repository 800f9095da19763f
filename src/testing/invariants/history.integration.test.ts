import { beforeEach, describe, expect, it } from "vitest";
import type { UserId } from "@/lib/ids";
import { instantOf } from "@/lib/time/instant";
import { actAs } from "@/server/acting";
import { resetDatabase, testDatabase } from "../database";
import { createAppointment } from "../factories/appointment";
import { createUser } from "../factories/user";

const db = testDatabase();
beforeEach(resetDatabase);

const historyOf = (appointmentId: string) =>
  db.appointmentStep.findMany({ where: { appointmentId }, orderBy: { id: "asc" } });

describe("an appointment's history", () => {
  it("has a row for every step and every move, raw SQL's too, and for nothing else", async () => {
    const { id, startsAt } = await createAppointment(db);
    await db.$executeRaw`UPDATE appointments SET status = 'confirmed' WHERE id = ${id}::uuid`;
    await db.$executeRaw`
      UPDATE appointments SET starts_at = starts_at + interval '1 hour',
        ends_at = ends_at + interval '1 hour' WHERE id = ${id}::uuid`;
    await db.$executeRaw`UPDATE appointments SET notes = 'x', delay_minutes = 5`;
    const moved = new Date(startsAt.getTime() + 3_600_000);
    expect(await historyOf(id)).toMatchObject([
      { fromStatus: null, toStatus: "scheduled", fromStartsAt: null, toStartsAt: startsAt },
      { fromStatus: "scheduled", toStatus: "confirmed", byUserId: null, reason: null },
      { fromStatus: "confirmed", toStatus: "confirmed", fromStartsAt: startsAt, toStartsAt: moved },
    ]);
  });

  it("says who, when by the product's clock, and why; and forgets it with the transaction", async () => {
    const { id } = await createAppointment(db);
    const { id: userId } = await createUser(db);
    const at = instantOf(Date.UTC(2030, 0, 1));
    const step = (status: string) => db.appointment.update({ where: { id }, data: { status } });
    await db.$transaction(async (tx) => {
      await actAs(tx, { userId: userId as UserId, at, reason: "It was asked for" });
      await tx.appointment.update({ where: { id }, data: { status: "confirmed" } });
    });
    await step("arrived");
    const [, said, unsaid] = await historyOf(id);
    expect(said).toMatchObject({
      byUserId: userId,
      at: new Date(at.epochMilliseconds),
      reason: "It was asked for",
    });
    expect(unsaid).toMatchObject({ byUserId: null, reason: null });
  });

  it("keeps no proposal open for an appointment that has moved on", async () => {
    const changes = [
      { status: "cancelled", cancelledAt: new Date() },
      { status: "arrived" },
      { startsAt: new Date("2030-01-08T15:00:00Z"), endsAt: new Date("2030-01-08T15:30:00Z") },
    ];
    for (const data of changes) {
      const { id } = await createAppointment(db);
      const startsAt = new Date("2030-01-09T15:00:00Z");
      await db.appointmentProposal.create({ data: { appointmentId: id, startsAt } });
      await db.appointment.update({ where: { id }, data: { status: "confirmed" } });
      await db.appointmentProposal.findFirstOrThrow({
        where: { appointmentId: id, status: "open" },
      });
      await db.appointment.update({ where: { id }, data });
      const proposal = await db.appointmentProposal.findFirstOrThrow({
        where: { appointmentId: id },
      });
      expect(proposal).toMatchObject({ status: "withdrawn", answeredAt: expect.any(Date) });
    }
  });
});
