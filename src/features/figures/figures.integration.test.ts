import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "@/lib/time/instant";
import { fromEpochDay } from "@/lib/time/plain-date";
import { addTally } from "@/server/tally";
import { callAs } from "@/testing/caller";
import { countingDatabase, resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { appointmentRow } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { createPharmacy } from "@/testing/factories/pharmacy";
import { createUser } from "@/testing/factories/user";
import { figureCsv } from "./csv";
import { readFigures } from "./queries/read-figures";

const db = testDatabase();
const now = instantOf(Date.UTC(2026, 9, 28, 15));
const at = (text: string) => new Date(`2026-${text}:00Z`);
const day = 86_400_000;
const long = new Date("2020-01-01T00:00:00Z");

beforeEach(resetDatabase);

const dayOf = (read: Awaited<ReturnType<typeof readFigures>>, text: string) =>
  read.days.find((one) => fromEpochDay(one.day).toString() === text);

/** Visits that lie apart, from long ago, each as it is said. */
async function visits(
  rows: { startsAt: Date; status: string; waited?: number; origin?: string }[],
) {
  const { user, ...doctor } = await createDoctor(db, { user: { createdAt: long } });
  const post = await createAssociation(db, { doctorId: doctor.id });
  const { id: patientId } = await createPatient(db, { user: { createdAt: long } });
  await db.appointment.createMany({
    data: rows.map(({ startsAt, status, waited = 4, origin = "online" }) =>
      appointmentRow({
        patientId,
        doctorId: doctor.id,
        doctorClinicId: post.id,
        startsAt,
        status,
        origin,
        createdAt: new Date(startsAt.getTime() - waited * day),
        cancelledAt: status === "cancelled" ? startsAt : null,
      }),
    ),
  });
}

describe("figures", () => {
  it("count by whole days of UTC, and leave today for tomorrow", async () => {
    await createUser(db, { createdAt: at("10-27T23:59") });
    await createUser(db, { createdAt: at("10-21T00:00") });
    await createUser(db, { role: "doctor", createdAt: at("10-21T00:00") });
    await createUser(db, { createdAt: at("10-20T23:59") });
    await createUser(db, { createdAt: at("10-28T00:00") });
    const read = await readFigures(db, 7, now);
    expect(read.days).toHaveLength(7);
    expect(read.current).toMatchObject({ patients: 2, doctors: 1 });
    expect(read.before).toMatchObject({ patients: 1, doctors: 0 });
    expect(dayOf(read, "2026-10-21")).toMatchObject({ patients: 1, doctors: 1 });
    expect(dayOf(read, "2026-10-27")).toMatchObject({ patients: 1, doctors: 0 });
  });

  it("know what became of visits, and the median of all waits, not of the days' medians", async () => {
    await visits([
      { startsAt: at("10-26T15:00"), status: "completed", waited: 1 },
      { startsAt: at("10-26T16:00"), status: "completed", waited: 2 },
      { startsAt: at("10-26T17:00"), status: "completed", waited: 3 },
      { startsAt: at("10-27T15:00"), status: "no_show", waited: 30 },
      { startsAt: at("10-27T16:00"), status: "cancelled", waited: 40 },
      { startsAt: at("10-27T17:00"), status: "completed", waited: 0, origin: "walk_in" },
      { startsAt: at("10-15T17:00"), status: "completed", waited: 6 },
    ]);
    const read = await readFigures(db, 7, now);
    expect(read.current).toMatchObject({
      completed: 4,
      missed: 1,
      cancelled: 1,
      waitDays: 2.5,
    });
    expect(read.before).toMatchObject({ completed: 1, missed: 0, waitDays: 6 });
    expect(dayOf(read, "2026-10-26")?.waitDays).toBe(2);
    expect(dayOf(read, "2026-10-25")?.waitDays).toBeNull();
    // Booked: three on the 23rd to 25th, one walk-in; the others before these days.
    expect(read.current.booked).toBe(4);
  });

  it("tell refusals and errors from answers", async () => {
    const count = (outcome: string, count: number, on = 20_753) => ({
      day: on,
      kind: "query",
      outcome,
      count,
    });
    await addTally(db, [
      count("OK", 90),
      count("NOT_FOUND", 6),
      count("SLOT_TAKEN", 3),
      count("UNEXPECTED", 1),
      count("NOT_FOUND", 50, 20_745),
    ]);
    const read = await readFigures(db, 7, now);
    expect(read.current).toMatchObject({ answered: 90, refused: 9, failed: 1 });
    expect(read.before).toMatchObject({ answered: 0, refused: 50 });
    expect(read.refusals).toEqual([
      { code: "NOT_FOUND", count: 6 },
      { code: "SLOT_TAKEN", count: 3 },
    ]);
  });

  it("know how much waits for a verification and how long, and what was decided", async () => {
    const waiting = (submittedAt: Date) =>
      createDoctor(db, { isVerified: false, verifiedAt: null, submittedAt });
    await waiting(at("10-27T15:00"));
    await waiting(at("10-26T15:00"));
    const { id: doctorId } = await waiting(at("10-18T15:00"));
    await createDoctor(db, { isVerified: false, verifiedAt: null });
    await createPharmacy(db, { isVerified: false, createdAt: at("10-24T15:00") });
    const { userId } = await createAdmin(db);
    await db.verificationDecision.createMany({
      data: [
        { status: "final", verdict: "verify", decidedAt: at("10-20T15:00"), seconded: true },
        { status: "final", verdict: "ask", words: "More", decidedAt: at("10-26T15:00") },
        { status: "awaiting_second", verdict: "verify", decidedAt: at("10-26T15:00") },
      ].map(({ seconded, ...row }) => ({
        ...row,
        doctorId,
        reviewedRevision: 0,
        decidedBy: userId,
        secondedAt: seconded ? at("10-25T15:00") : null,
      })),
    });
    const read = await readFigures(db, 7, now);
    expect(read.backlog).toEqual([
      { kind: "doctors", count: 3, oldestDays: 10, medianDays: 2 },
      { kind: "renewals", count: 0, oldestDays: null, medianDays: null },
      { kind: "pharmacies", count: 1, oldestDays: 4, medianDays: 4 },
    ]);
    // Final on the day of the second person.
    expect(read.current).toMatchObject({ verified: 1, asked: 1, rejected: 0 });
  });

  it("take four statements, and are for those whose rights include them", async () => {
    const { db: counting, statements } = countingDatabase();
    await readFigures(counting, 30, now);
    expect(statements).toHaveLength(4);
    const support = await createAdmin(db);
    expect((await (await callAs(db, support.userId, now)).figures.read({})).days).toHaveLength(7);
    const narrowed = await createAdmin(db, { allowedModules: ["people"] });
    const refused = (await callAs(db, narrowed.userId, now)).figures.read({ days: "30" });
    await expect(refused).rejects.toThrow("NOT_ALLOWED");
  });
});

describe("a figure as CSV", () => {
  it("has a row for each day, what is not known empty, and no formula", async () => {
    await visits([{ startsAt: at("10-27T15:00"), status: "completed" }]);
    const read = await readFigures(db, 7, now);
    const rows = figureCsv("noShows", read, (word) => (word === "missed" ? "=1+1" : word)).split(
      "\r\n",
    );
    expect(rows).toHaveLength(1 + 14 + 1);
    expect(rows[0]).toBe("\ufeffday,csvPeriod,completed,'=1+1,missedRate");
    expect(rows[1]).toBe("2026-10-14,csvBefore,0,0,");
    expect(rows[14]).toBe("2026-10-27,csvCurrent,1,0,0");
  });
});
