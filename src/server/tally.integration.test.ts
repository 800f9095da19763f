import { beforeEach, expect, it } from "vitest";
import { instantOf } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createPatient } from "@/testing/factories/patient";
import { addTally, takeTally, tally } from "./tally";

const db = testDatabase();
const now = instantOf(Date.UTC(2026, 9, 28, 15));

beforeEach(async () => {
  await resetDatabase();
  takeTally();
});

const kept = async () =>
  Object.fromEntries(
    (await db.requestTally.findMany()).map(({ day, kind, outcome, count }) => [
      `${day.toISOString().slice(0, 10)} ${kind} ${outcome}`,
      Number(count),
    ]),
  );

it("adds up what several processes counted, also where they write at once", async () => {
  const counts = ["OK", "NOT_FOUND", "UNEXPECTED"].map((outcome) => ({
    day: 20_754,
    kind: "query",
    outcome,
    count: 5,
  }));
  await Promise.all(
    Array.from({ length: 8 }, (_, index) => addTally(db, index % 2 ? counts : counts.toReversed())),
  );
  expect(await kept()).toEqual({
    "2026-10-28 query OK": 40,
    "2026-10-28 query NOT_FOUND": 40,
    "2026-10-28 query UNEXPECTED": 40,
  });
});

it("keeps days of UTC apart, and gives what it counted only once", async () => {
  tally(instantOf(Date.UTC(2026, 9, 28, 23, 59, 59, 999)), "query", "OK");
  tally(instantOf(Date.UTC(2026, 9, 29)), "query", "OK");
  await addTally(db, takeTally());
  await addTally(db, takeTally());
  expect(await kept()).toEqual({ "2026-10-28 query OK": 1, "2026-10-29 query OK": 1 });
});

it("counts each answer of a procedure once, by its kind and outcome, and no person", async () => {
  const { userId } = await createPatient(db);
  const patient = await callAs(db, userId, now);
  await patient.appointments.list({ when: "upcoming" });
  const gone = { appointmentId: "8c8bb1a4-6f5c-4a3e-9d3b-0f6f3f1f2a11" };
  await expect(patient.appointments.get(gone)).rejects.toThrow("NOT_FOUND");
  await expect(patient.insights.read({})).rejects.toThrow("NOT_ALLOWED");
  await addTally(db, takeTally());
  expect(await kept()).toEqual({
    "2026-10-28 query OK": 1,
    "2026-10-28 query NOT_FOUND": 1,
    "2026-10-28 query NOT_ALLOWED": 1,
  });
});
