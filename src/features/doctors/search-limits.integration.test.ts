import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { callAs } from "@/testing/caller";
import { countingDatabase, resetDatabase, testDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { clinicRow } from "@/testing/factories/clinic";
import { refusalFrom } from "@/testing/refusals";
import { addDoctor, loop, now } from "./search.test-support";
import { searchConditions } from "./search-sql";

const db = testDatabase();
const counting = countingDatabase();

beforeEach(resetDatabase);
afterAll(() => counting.db.$disconnect());

async function statementsOf(run: (api: Awaited<ReturnType<typeof callAs>>) => Promise<unknown>) {
  const api = await callAs(counting.db, null, now);
  counting.statements.length = 0;
  await run(api);
  return counting.statements.length;
}

describe("statements", () => {
  it("are at most three for a page of results, however many doctors and appointments", async () => {
    for (let n = 0; n < 25; n++) {
      const { association, doctor } = await addDoctor({ slug: `doctor-${n}`, name: `Ana ${n}` });
      await createAssociation(db, { doctorId: doctor.id });
      await createAppointment(db, {
        doctorClinicId: association.id,
        doctorId: doctor.id,
        startsAt: new Date("2026-10-29T15:00:00Z"),
      });
    }
    for (const sort of ["soonest", "distance", "rating", "fee"] as const) {
      const asked = await statementsOf(async (api) => {
        await api.doctors.facets();
        const page = await api.doctors.search({ q: "ana", near: loop, sort });
        expect(page.doctors).toHaveLength(20);
      });
      expect(asked).toBeLessThanOrEqual(3);
    }
  });

  it("are two for a month of slots, and three for a doctor's whole page", async () => {
    const { doctor } = await addDoctor({ slug: "ana" });
    await createAssociation(db, { doctorId: doctor.id });
    const month = await statementsOf((api) =>
      api.schedules.slots({ doctorSlug: "ana", from: "2026-11-01", days: 30 }),
    );
    expect(month).toBe(2);
    const page = await statementsOf(async (api) => {
      await api.doctors.get({ slug: "ana" });
      await api.schedules.slots({ doctorSlug: "ana" });
    });
    expect(page).toBe(3);
  });

  it("are three for a clinic's whole page", async () => {
    const { clinic } = await addDoctor({ slug: "ana" });
    const page = await statementsOf(async (api) => {
      await api.clinics.get({ slug: clinic.slug });
      await api.doctors.search({ clinic: clinic.slug });
    });
    expect(page).toBe(3);
  });
});

it("looks places up in the spatial index", async () => {
  const many = Array.from({ length: 500 }, (_, n) =>
    clinicRow({ latitude: -40 + (n % 80), longitude: -170 + ((n * 7) % 340) }),
  );
  await db.clinic.createMany({ data: many });
  const { where } = searchConditions({
    words: [],
    speciality: null,
    near: loop,
    within: 10_000,
    language: null,
    maxFee: null,
    clinicSlug: null,
    sort: "distance",
  });
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`ANALYZE clinics`;
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<Record<string, string>[]>(
      Prisma.sql`EXPLAIN SELECT c.id FROM clinics c WHERE ${where}`,
    );
  });
  expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("idx_clinics_geography");
});

describe("wrong input", () => {
  const wrong: Record<string, unknown>[] = [
    { near: { latitude: Number.NaN, longitude: 0 } },
    { near: { latitude: 91, longitude: 0 } },
    { near: { latitude: 0, longitude: 181 } },
    { near: loop, km: 1e9 },
    { near: loop, km: 0 },
    { near: loop, km: Number.NaN },
    { maxFee: -1 },
    { maxFee: Number.POSITIVE_INFINITY },
    { sort: "distance" },
    { sort: "random" },
    { cursor: "garbage" },
    { cursor: "x".repeat(10_000) },
    { clinic: "../../etc/passwd" },
    { limit: 101 },
    { limit: 0 },
    { q: "a".repeat(101) },
    { q: 7 },
  ];
  it.each(wrong)("%j is refused in words", async (input) => {
    const api = await callAs(db, null, now);
    const refusal = await refusalFrom(api.doctors.search(input));
    expect(refusal.code).toBe("INVALID_INPUT");
    expect(Object.keys(refusal.fields ?? {})).not.toEqual([]);
  });

  it("refuses a cursor of another order", async () => {
    for (let n = 0; n < 3; n++) await addDoctor({ slug: `doctor-${n}` });
    const api = await callAs(db, null, now);
    const { nextCursor } = await api.doctors.search({ sort: "rating", limit: 1 });
    const call = api.doctors.search({ sort: "fee", cursor: nextCursor ?? "" });
    expect((await refusalFrom(call)).fields).toHaveProperty("cursor");
  });

  it.each([
    "'; DROP TABLE doctors; --",
    "<script>alert(1)</script>",
    "\u0000",
    "\ud800",
    "%_\\",
    "🩺".repeat(50),
    "ﷺ ﷽ الطبيب",
    "1' OR '1'='1",
    "$1 {{q}} #{q}",
    "Ω≈ç√∫˜µ≤≥÷",
  ])("finds nobody and breaks nothing by %j", async (text) => {
    await addDoctor({ slug: "ana" });
    const api = await callAs(db, null, now);
    for (const name of ["q", "speciality", "language"] as const)
      expect((await api.doctors.search({ [name]: text })).doctors.length).toBeLessThanOrEqual(1);
    expect(await api.places.resolve({ text })).toHaveProperty("place");
  });
});
