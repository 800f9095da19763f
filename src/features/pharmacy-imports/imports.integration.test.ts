import { beforeEach, describe, expect, it } from "vitest";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createPharmacyStaff } from "@/testing/factories/pharmacy-staff";
import { ImportRefused } from "./import-refused";
import { collection, feature, importText } from "./imports.test-support";
import type { ToldRow } from "./store";

const db = testDatabase();
beforeEach(resetDatabase);

const pharmacies = () => db.pharmacy.findMany({ orderBy: { sourceId: "asc" } });
const reasonsOf = (told: readonly ToldRow[]) =>
  told.flatMap(({ row, problem }) =>
    problem.outcome === "rejected" ? [`${row} ${problem.reason}`] : [],
  );
const header = "id,name,latitude,longitude,address,city,country,opening_hours,phone,website\n";
const bridge =
  'B1,Bridge Pharmacy,53.48,-2.24,"1 Bridge St",Manchester,GB,Mo-Fr 09:00-18:00,0161 496 0000,bridge.example\n';
const canal = "C1,Canal Pharmacy,53.49,-2.25,2 Canal St,Manchester,GB,24/7,,\n";

describe("a file of pharmacies", () => {
  it("of the NHS comes in with its week, repaired and said so", async () => {
    const week = {
      opening_hours_monday: "09:00-13:00:14:00-18:00",
      opening_hours_sunday: "CLOSED",
    };
    const facts = { pharmacy_name: "Mill Pharmacy", la_name: "Bolton", postcode: "BL1 1AA" };
    const report = await importText(
      "nhsbsa",
      collection(feature({ ...facts, ...week, organisation_data_service_code: "FX1" })),
    );
    expect(report).toMatchObject({ made: 1, rejected: 0 });
    expect(report.told[0]?.problem).toMatchObject({ notes: [{ kind: "repair" }] });
    expect(await pharmacies()).toMatchObject([
      {
        slug: "mill-pharmacy-bolton",
        country: "GB",
        timezone: "Europe/London",
        sourceId: "FX1",
        openingHours: { rules: expect.any(Array) },
      },
    ]);
    expect(await db.publicHoliday.count({ where: { country: "GB" } })).toBeGreaterThan(5);
  });

  it("of OpenStreetMap keeps those without a name, and words about hours that it cannot read", async () => {
    const report = await importText(
      "osm-csv",
      "OSM_ID,name,brand,Latitude,Longitude,opening_hours,addr:street,check_date\n" +
        "1,,,14.55,121.02,Mo-Sa 08:00-20:00,Rizal Avenue,2025-03-01\n2,,Good Brand,14.56,121.03,)7:00-22:00,,\n",
      { country: "PH" },
    );
    expect(report).toMatchObject({ made: 2, rejected: 0 });
    const [one, two] = await pharmacies();
    expect(one).toMatchObject({ name: "Pharmacy, Rizal Avenue", hoursConfirmedAs: "source" });
    expect(two).toMatchObject({
      name: "Good Brand",
      openingHours: null,
      hoursAsWritten: ")7:00-22:00",
      hoursConfirmedAt: null,
    });
  });

  it("of places of health gives its pharmacies alone, and a point within an outline", async () => {
    const ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [3, 4],
      [3, 1],
      [0, 1],
      [0, 0],
    ].map(([x = 0, y = 0]) => [11 + x / 1000, 43 + y / 1000]);
    const outline = { type: "Polygon", coordinates: [ring] };
    const report = await importText(
      "osm-geojson",
      collection(
        {
          type: "Feature",
          id: 721289545287252,
          properties: { kind: "pharmacy", name: "Arno" },
          geometry: outline,
        },
        feature({ osm_id: 2, osm_type: "nodes", amenity: "clinic" }),
        { type: "Feature", id: 3, properties: { kind: "pharmacy" }, geometry: null },
        null,
      ),
      { country: "IT" },
    );
    expect(report).toMatchObject({ made: 1, skipped: 1, rejected: 2 });
    expect(reasonsOf(report.told)).toEqual(["3 noPosition", "4 notAnObject"]);
    const [row] = await db.$queryRaw<{ isIn: boolean }[]>`
      SELECT ST_Intersects(location, ST_GeomFromGeoJSON(${JSON.stringify(outline)})::geography) AS "isIn"
      FROM pharmacies WHERE source_id = '721289545287252'`;
    expect(row?.isIn).toBe(true);
  });

  it("taken in again changes nothing, and in another wording only what differs", async () => {
    await importText("plain", header + bridge + canal);
    const before = await pharmacies();
    expect(await importText("plain", header + bridge + canal)).toMatchObject({ made: 0, same: 2 });
    expect(await pharmacies()).toEqual(before);
    const moved = await importText("plain", header + bridge.replace("Bridge Pharmacy", "New Name"));
    expect(moved).toMatchObject({ changed: 1, same: 0, gone: { count: 1 } });
    const [one, two] = await pharmacies();
    expect(one).toMatchObject({ name: "New Name", slug: "bridge-pharmacy-manchester" });
    expect(two).toEqual(before[1]);
    expect(await db.pharmacyImportRow.count()).toBe(0);
    const audited = await db.auditEntry.count({ where: { action: "transfer.import-pharmacies" } });
    expect(audited).toBe(3);
  });

  it("leaves alone what its own people run, and hours that somebody of ours confirmed", async () => {
    await importText("plain", header + bridge + canal);
    const [one, two] = await pharmacies();
    await createPharmacyStaff(db, { pharmacyId: one?.id ?? "" });
    await db.pharmacy.update({
      where: { id: two?.id ?? "" },
      data: { hoursConfirmedAs: "admin", hoursConfirmedAt: new Date("2026-10-01T00:00:00Z") },
    });
    const other =
      bridge.replace("0161 496 0000", "0161 496 0001") + canal.replace("24/7", "Mo 09:00-10:00");
    expect(await importText("plain", header + other)).toMatchObject({ kept: 1, same: 1 });
    expect((await pharmacies()).map(({ phone }) => phone)).toEqual(["0161 496 0000", null]);
  });

  it("gives two of a name addresses of their own", async () => {
    await importText("plain", header + bridge + bridge.replace("B1", "B2"));
    await importText("plain", header + bridge.replace("B1", "B3"), { source: "other" });
    expect((await pharmacies()).map(({ slug }) => slug)).toEqual([
      "bridge-pharmacy-manchester",
      "bridge-pharmacy-manchester-2",
      "bridge-pharmacy-manchester-3",
    ]);
  });

  it("only tried leaves nothing", async () => {
    const report = await importText("plain", header + bridge, { isDryRun: true });
    expect(report).toMatchObject({ made: 1 });
    expect([await db.pharmacy.count(), await db.pharmacyImport.count()]).toEqual([0, 0]);
    expect([await db.auditEntry.count(), await db.publicHoliday.count()]).toEqual([0, 0]);
  });

  it("goes on after a stop where it was, and is never in by half", async () => {
    const rows = Array.from({ length: 1200 }, (_, n) => bridge.replace("B1", `B${n}`)).join("");
    const stop = new AbortController();
    const content = header + rows;
    const stopping = importText("plain", content, { signal: stop.signal });
    while ((await db.pharmacyImportRow.count()) === 0) await new Promise((go) => setTimeout(go, 5));
    stop.abort();
    await expect(stopping).rejects.toThrow();
    expect(await db.pharmacy.count()).toBe(0);
    const report = await importText("plain", content);
    expect(report.resumedAt).toBeGreaterThanOrEqual(500);
    expect(report).toMatchObject({ made: 1200, taken: 1200 });
  });
});

describe("a hostile file", () => {
  const place = (latitude: string, longitude: string) =>
    `${latitude}${longitude},P,${latitude},${longitude},,,GB,,,\n`;

  it("has its rows rejected, each with its number and reason", async () => {
    const { told, made } = await importText(
      "plain",
      header +
        [
          place("-2.24", "53.48"),
          place("153.48", "-2.24"),
          place("-2.24", "153.48").replace("GB", ""),
          place("91", "200"),
          place("NaN", "-2.24"),
          place("5.348E+01", "-2.24"),
          place('"53,48"', "-2.24"),
          place("0", "0"),
          ",P,53.48,-2.24,,,GB,,,\n",
          "X1,P,53.48,-2.24,,,GBR,,,\n",
          `X2,${"N".repeat(300)},53.48,-2.24,,,GB,,,\n`,
          "X3,P,53.48\n",
          bridge,
          bridge,
        ].join(""),
    );
    expect(reasonsOf(told)).toEqual([
      "2 swapped",
      "3 swapped",
      "5 outOfRange",
      "6 notANumber",
      "7 exponent",
      "8 commaDecimal",
      "9 nullIsland",
      "10 noId",
      "11 country",
      "12 tooLong",
      "13 cells",
      "15 sameId",
    ]);
    expect(made).toBe(2);
  });

  it("of features of any kind is survived", async () => {
    const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    const amenity = { amenity: "pharmacy", osm_type: "nodes" };
    const features = [
      JSON.stringify(feature({ ...amenity, osm_id: 1, name: "x".repeat(600_000) })),
      `{"properties":{"amenity":"pharmacy","x":${deep(100)}}}`,
      JSON.stringify(feature({ ...amenity, osm_id: 3, name: { a: 1 } })),
      JSON.stringify(feature({ ...amenity, osm_id: 4 }, ["53.48", null])),
      JSON.stringify(
        feature({ ...amenity, osm_id: 5, __proto__: 1, name: "half \ud800 \u0000 sign" }),
      ),
      "17",
    ];
    const text = `{"a":${deep(50)},"features":[${features.join()}]}`;
    const { told, made } = await importText("osm-geojson", `\ufeff${text}`);
    expect(reasonsOf(told)).toEqual([
      "1 tooLarge",
      "2 tooDeep",
      "3 notText",
      "4 noPosition",
      "6 notAnObject",
    ]);
    expect(made).toBe(1);
  });

  it.each([
    ["osm-geojson", "", /empty/],
    [
      "osm-geojson",
      collection(feature({ amenity: "pharmacy", osm_id: 1 })).slice(0, -3),
      /no whole JSON/,
    ],
    ["osm-geojson", '{"features":[{"geometry":{"coordinates":[NaN,1]}}]}', /no whole JSON/],
    ["osm-geojson", `{"x":${"[".repeat(5000)}`, /nested/],
    ["osm-geojson", "[1,2]", /FeatureCollection/],
    ["osm-geojson", new Uint8Array([0x7b, 0x22, 0xff, 0x22]), /UTF-8/],
    ["osm-geojson", new Uint8Array([0xff, 0xfe, 0x7b, 0]), /UTF-8/],
    ["plain", "PK\u0003\u0004", /spreadsheet/],
    ["plain", "a\u0000b", /no text/],
    ["plain", `${header}${bridge}"${"x".repeat(300_000)}`, /no table/],
    ["plain", "x".repeat(300_000), /no table/],
    ["plain", "name,city\nP,Q\n", /needs a column id/],
    ["plain", "id,id,latitude,longitude\n", /two columns/],
  ])("for %s is refused as a whole (%#)", async (mapping, content, words) => {
    const refused = await importText(mapping, content).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    expect(String(refused)).toMatch(words);
    expect([await db.pharmacy.count(), await db.pharmacyImport.count()]).toEqual([0, 0]);
  });

  it("in another encoding is read, and marked as guessed", async () => {
    const text = Buffer.from(header + bridge.replace("Bridge", "Farm\xe1cia"), "latin1");
    const report = await importText("plain", text);
    expect(report.file).toMatchObject({ encoding: "windows-1252", isGuessed: true });
    expect((await pharmacies())[0]?.name).toBe("Farmácia Pharmacy");
  });
});
