import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { countingDatabase, resetDatabase, testDatabase } from "./database";

const counting = countingDatabase();
beforeEach(resetDatabase);
afterAll(() => counting.db.$disconnect());

async function addUser(email: string): Promise<void> {
  await testDatabase().user.create({ data: { email, firebaseUid: email } });
}

describe("the test database", () => {
  test("starts every test empty", async () => {
    await addUser("a@example.com");
    await resetDatabase();
    expect(await testDatabase().user.count()).toBe(0);
  });

  test("thinks in UTC and knows PostGIS", async () => {
    const [row] = await testDatabase().$queryRaw<{ zone: string; metres: number }[]>`
      SELECT current_setting('timezone') AS zone,
        ST_Distance('POINT(0 0)'::geography, 'POINT(0 1)'::geography) AS metres`;
    expect(row?.zone).toBe("UTC");
    expect(row?.metres).toBeCloseTo(110_574, -1);
  });

  test("counts statements", async () => {
    await counting.db.user.count();
    expect(counting.statements).toHaveLength(1);
  });

  test("keeps fifty clients apart: one of them wins", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        testDatabase().$transaction(async (tx) => {
          await tx.user.count();
          await tx.user.create({ data: { email: "one@example.com", firebaseUid: "one" } });
        }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await testDatabase().user.count()).toBe(1);
  });
});
