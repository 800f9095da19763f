import { beforeEach, describe, expect, it } from "vitest";
import { resetDatabase, testDatabase } from "@/testing/database";
import { importText } from "./imports.test-support";

const db = testDatabase();
beforeEach(resetDatabase);

const columns = "id,name,latitude,longitude,city,opening_hours,monday,phone,checked_on\n";
const row = (
  id: string,
  { name = "P", city = "", hours = "", monday = "", phone = "", day = "" },
) => `${id},${name},53.48,-2.24,${city},${hours},"${monday}",${phone},${day}\n`;

describe("a file of pharmacies", () => {
  it("stops at no row that says more than a column of ours has room for", async () => {
    const windows = Array.from({ length: 25 }, (_, n) => `00:${10 + n}-00:${11 + n}`);
    const report = await importText(
      "plain",
      columns +
        row("A", { monday: windows.join() }) +
        row("B", { name: "ß".repeat(200), city: "ß".repeat(90) }) +
        row("C", { phone: `${"+".padEnd(40, "1")} ext. 123456` }) +
        row("D", { name: "\u200b\u2060", phone: "-----" }),
    );
    expect(report).toMatchObject({ made: 4, rejected: 0 });
    expect(report.told.map(({ sourceId }) => sourceId)).toEqual(["A", "C", "D"]);
    const [a, , c, d] = await db.pharmacy.findMany({ orderBy: { sourceId: "asc" } });
    expect(a).toMatchObject({ openingHours: null, hoursAsWritten: `monday ${windows.join()}` });
    expect(c).toMatchObject({ phone: null });
    expect(d).toMatchObject({ name: "Pharmacy", phone: null });
  });

  it("confirms other hours with the same day, and says so once", async () => {
    const day = "2026-01-01";
    await importText("plain", columns + row("A", { hours: "24/7", day }));
    const other = columns + row("A", { hours: "Mo 08:00-09:00", day });
    expect(await importText("plain", other)).toMatchObject({ changed: 1 });
    expect(await db.pharmacy.findFirst()).toMatchObject({
      hoursConfirmedAs: "source",
      hoursConfirmedAt: new Date(`${day}T00:00:00Z`),
    });
    expect(await importText("plain", other)).toMatchObject({ changed: 0, same: 1 });
  });

  it("that was stopped begins anew where its rows are another country's", async () => {
    const content = columns + Array.from({ length: 1200 }, (_, n) => row(`R${n}`, {})).join("");
    const stop = new AbortController();
    const call = { source: "list", signal: stop.signal };
    const stopping = importText("plain", content, { ...call, country: "GB" });
    while ((await db.pharmacyImportRow.count()) === 0) await new Promise((go) => setTimeout(go, 5));
    stop.abort();
    await expect(stopping).rejects.toThrow();
    const report = await importText("plain", content, { source: "list", country: "IE" });
    expect(report).toMatchObject({ resumedAt: 0, made: 1200 });
    expect(await db.pharmacy.count({ where: { country: "IE" } })).toBe(1200);
    expect([await db.pharmacyImport.count(), await db.pharmacyImportRow.count()]).toEqual([1, 0]);
  });
});
