import { beforeEach, describe, expect, it } from "vitest";
import { parseInstant } from "@/lib/time/instant";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { refusalFrom } from "@/testing/refusals";
import { importText } from "./imports.test-support";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z");
if (!now) throw new Error("a test without a clock");
const at = now;
beforeEach(resetDatabase);

const header = "id,name,latitude,longitude,phone\n";

async function withPair() {
  await importText(
    "plain",
    `${header}A,Bridge Pharmacy,53.48,-2.24,\nFAR,Bridge Pharmacy,53.49,-2.24,\n`,
  );
  await importText(
    "plain",
    `${header}B,The Bridge Pharmacy,53.4803,-2.24,\nN,Nook,53.4803,-2.24,\n`,
    {
      source: "other",
    },
  );
  const { userId } = await createAdmin(db, { accessLevel: "admin" });
  const { pharmacyImports } = await callAs(db, userId, at);
  const { pairs } = await pharmacyImports.duplicates({});
  return { pharmacyImports, pairs };
}

describe("pharmacies that may be listed twice", () => {
  it("are those that stand close together with near the same name", async () => {
    const { pairs } = await withPair();
    expect(pairs).toHaveLength(1);
    expect(pairs.flatMap(({ one, other }) => [one.sourceId, other.sourceId]).sort()).toEqual([
      "A",
      "B",
    ]);
    expect(pairs[0]?.metres).toBeCloseTo(33.4, 0);
  });

  it("are not asked about again once told apart", async () => {
    const { pharmacyImports, pairs } = await withPair();
    const [oneId = "", otherId = ""] = pairs.flatMap(({ one, other }) => [one.id, other.id]);
    // In either order, and twice.
    await pharmacyImports.tellApart({ oneId: otherId, otherId: oneId });
    await pharmacyImports.tellApart({ oneId, otherId });
    expect((await pharmacyImports.duplicates({})).pairs).toEqual([]);
  });

  it("lose one, whose address leads to the other, and which no import brings back", async () => {
    const { pharmacyImports, pairs } = await withPair();
    const [kept, off] = pairs.flatMap(({ one, other }) => [one, other]);
    if (!kept || !off) throw new Error("no pair");
    const call = { offId: off.id, keptId: kept.id, expectedRevision: off.revision };
    const stale = pharmacyImports.switchOffDouble({ ...call, expectedRevision: off.revision + 1 });
    expect((await refusalFrom(stale)).code).toBe("CHANGED_MEANWHILE");
    await pharmacyImports.switchOffDouble(call);
    const again = pharmacyImports.switchOffDouble(call);
    expect((await refusalFrom(again)).code).toBe("CHANGED_MEANWHILE");
    expect(await db.pharmacyOldSlug.findMany()).toEqual([{ slug: off.slug, pharmacyId: kept.id }]);
    expect((await pharmacyImports.duplicates({})).pairs).toEqual([]);
    const row = { id: off.sourceId, name: "Another Name", at: off.latitude, on: off.longitude };
    await importText("plain", `${header}${row.id},${row.name},${row.at},${row.on},\n`, {
      source: off.source ?? "",
    });
    expect(await db.pharmacy.findUnique({ where: { id: off.id } })).toMatchObject({
      name: "Another Name",
      isActive: false,
      slug: null,
    });
  });

  it("are nothing to those who are none", async () => {
    const { pharmacyImports, pairs } = await withPair();
    const otherId = "00000000-0000-4000-8000-000000000000";
    const unknown = pharmacyImports.tellApart({ oneId: pairs[0]?.one.id ?? "", otherId });
    expect((await refusalFrom(unknown)).code).toBe("NOT_FOUND");
  });
});
