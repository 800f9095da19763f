import { beforeEach, expect, it } from "vitest";
import { inTransaction } from "@/server/db";
import { resetDatabase, testDatabase } from "@/testing/database";
import { knowHolidays } from "./holidays-store";

const db = testDatabase();
beforeEach(resetDatabase);

const daysIn = (year: number) =>
  db.publicHoliday.count({
    where: { day: { gte: new Date(`${year}-01-01`), lte: new Date(`${year}-12-31`) } },
  });

it("knows every year's holidays, also after one that runs over the year's end", async () => {
  // The Incwala of Eswatini goes on from December into January.
  await inTransaction(db, (tx) => knowHolidays(tx, "SZ", [2026, 2027]));
  expect(await daysIn(2028)).toBe(0);
  await inTransaction(db, (tx) => knowHolidays(tx, "SZ", [2027, 2028]));
  expect(await daysIn(2028)).toBeGreaterThan(10);
  const january = { country_day: { country: "SZ", day: new Date("2028-01-02") } };
  expect(await db.publicHoliday.findUnique({ where: january })).not.toBeNull();
});
