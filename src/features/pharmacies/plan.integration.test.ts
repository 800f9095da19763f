import { beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import { parseInstant } from "@/lib/time/instant";
import { resetDatabase, testDatabase } from "@/testing/database";
import { filtersSchema, type PharmacyFilters } from "./schema";
import { marksSql, nearestSql } from "./search-store";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z");
if (!now) throw new Error("a test without a clock");
const near = { latitude: 50.5, longitude: 10.5 };
/** That of the listed ones and that of all: where nearly all are listed, either will do. */
const places = ["idx_pharmacies_listed_location", "idx_pharmacies_location"];

/** Every node of a plan as EXPLAIN tells it. */
type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: Node[];
};

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

async function planOf(statement: Prisma.Sql): Promise<Node[]> {
  const [row] = await db.$queryRaw<{ "QUERY PLAN": { Plan: Node }[] }[]>(
    Prisma.sql`EXPLAIN (FORMAT JSON) ${statement}`,
  );
  return row?.["QUERY PLAN"].flatMap(({ Plan }) => nodesOf(Plan)) ?? [];
}

const wholeTables = (nodes: readonly Node[]) =>
  nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]);

beforeAll(async () => {
  await resetDatabase();
  // All over Europe, a few hundred within ten kilometres of the middle.
  await db.$executeRaw`
    INSERT INTO pharmacies (name, slug, location, timezone, country, is_verified, supports_delivery,
      delivery_radius_km, opening_hours)
    SELECT 'Pharmacy ' || i, 'pharmacy-' || i,
      ST_SetSRID(ST_MakePoint(10.5 + (random() - 0.5) ^ 3 * 80, 50.5 + (random() - 0.5) ^ 3 * 60), 4326),
      'Europe/Berlin', 'DE', i % 10 > 0, i % 2 = 0, 5,
      CASE WHEN i % 20 = 0 THEN '{"rules":[{"windows":["09:00-18:00"]}]}'::jsonb END
    FROM generate_series(1, 20000) i`;
  await db.$executeRaw`ANALYZE pharmacies`;
}, 120_000);

describe("the statement for the nearest", () => {
  const searches: [string, number, PharmacyFilters][] = [
    ["within 10 km", 10, {}],
    ["within 100 km", 100, {}],
    ["open now", 10, { open: "now" }],
    ["open at a time", 10, { open: "2026-11-25T22:00" }],
    [
      "of every kind",
      10,
      { open: "now", sundays: true, nights: true, delivers: true, verified: true },
    ],
  ];

  it.each(searches)("goes by the index of places, twice: %s", async (_, km, filters) => {
    const criteria = { near, within: km * 1000, filters: filtersSchema.parse(filters), now };
    for (const after of [
      undefined,
      { distance: 1234.5, id: "00000000-0000-4000-8000-000000000000" },
    ]) {
      const nodes = await planOf(nearestSql(criteria, { after, limit: 21 }));
      const reads = nodes.filter((node) => places.includes(node["Index Name"] ?? ""));
      expect(reads).toHaveLength(2);
      expect(wholeTables(nodes)).not.toContain("pharmacies");
    }
  });
});

describe("the statement for a map", () => {
  it("goes by the index of places", async () => {
    const criteria = { near, within: 10_000, filters: {}, now };
    const nodes = await planOf(marksSql(criteria, { zoom: 12, without: [] }));
    expect(nodes.some((node) => places.includes(node["Index Name"] ?? ""))).toBe(true);
    expect(wholeTables(nodes)).not.toContain("pharmacies");
  });
});
